import { OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier, Extension, Extensions } from '@peculiar/asn1-x509';
import { testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { arrayBufferOf, encodeAsn } from '../der/asn-convert.ts';
import { oid } from '../der/oids.ts';
import { readDer } from '../der/read-der.ts';
import { readToken } from '../timestamping/read-token.ts';

const pki = testPki();
const at = '2026-03-01T09:00:00.000Z';

function request(more: Partial<TimeStampReq>, algorithm: string = oid.sha256, length = 32): Uint8Array {
  const messageImprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm }),
    hashedMessage: new OctetString(arrayBufferOf(new Uint8Array(length).fill(7))),
  });
  return encodeAsn(new TimeStampReq({ version: 1, messageImprint, ...more }));
}

function ofVersion(version: number): Uint8Array {
  const bytes = request({});
  // SEQUENCE, its length, INTEGER, its length, the version.
  bytes[4] = version;
  return bytes;
}

const extensions = new Extensions([new Extension({ extnID: '1.2.3', critical: true, extnValue: new OctetString(1) })]);

describe('answerTimestamp', () => {
  it('grants a token without certificates where none are asked for', () => {
    const [status, granted] = readDer(pki.answerTimestamp(request({}), at, '80')).children;
    expect(Buffer.from(status?.bytes ?? []).toString('hex')).toBe('3003020100');
    const token = readToken(granted?.bytes ?? new Uint8Array());
    expect(token.signedData.certificates).toEqual([]);
    expect(token.nonce).toBeUndefined();
    expect(token.genTime).toBe(at);
  });

  it('grants the policy that it has', () => {
    expect(readDer(pki.answerTimestamp(request({ reqPolicy: '1.2.3.4.1' }), at)).children).toHaveLength(2);
  });

  // RFC 3161 §2.4.2: the failure as BIT STRING, one bit.
  it.each([
    ['rubbish', Uint8Array.of(1), '03020204'],
    ['a version to come', ofVersion(2), '03020520'],
    ['another hash', request({}, oid.sha384, 48), '03020780'],
    ['a digest of another length', request({}, oid.sha256, 20), '03020204'],
    ['another policy', request({ reqPolicy: '1.2.3.4.2' }), '0303000001'],
    ['an extension', request({ extensions }), '030407000080'],
  ])('rejects %s', (_what, asked, failure) => {
    const answer = readDer(pki.answerTimestamp(asked, at));
    expect(answer.children).toHaveLength(1);
    const [status, failInfo] = answer.children[0]?.children ?? [];
    expect(status?.content[0]).toBe(2);
    expect(Buffer.from(failInfo?.bytes ?? []).toString('hex')).toBe(failure);
  });
});
