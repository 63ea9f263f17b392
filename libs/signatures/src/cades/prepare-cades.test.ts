import { createHash, sign, verify } from 'node:crypto';
import { testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { oid } from '../der/oids.ts';
import { readDer } from '../der/read-der.ts';
import { completeCades } from './complete-cades.ts';
import { prepareCades } from './prepare-cades.ts';
import { readAttribute } from './read-attribute.ts';
import { readSignedData } from './read-signed-data.ts';

const pki = testPki();
const digest = createHash('sha256').update('내용').digest();

describe('prepareCades', () => {
  it('signs content type, digest and certificate, and claims no time', () => {
    const { toBeSigned } = prepareCades({ digest, chain: pki.person.chain });
    const attributes = readDer(toBeSigned).children.map((one) => readAttribute(one.bytes));
    expect(attributes.map((one) => one.type).sort()).toEqual(
      [oid.contentType, oid.messageDigest, oid.signingCertificateV2].sort(),
    );
    const stated = attributes.find((one) => one.type === oid.messageDigest)?.values[0];
    expect(Buffer.from(stated ?? []).subarray(2)).toEqual(digest);
  });

  it.each([
    ['2026-03-01T09:00:00.500Z', [0x17, 13], '260301090000Z'],
    ['1949-12-31T23:59:59.000Z', [0x18, 15], '19491231235959Z'],
    ['2050-01-01T00:00:00.000Z', [0x18, 15], '20500101000000Z'],
  ])('signs %s as the time that it is told to claim', (signedAt, header, text) => {
    const { toBeSigned } = prepareCades({ digest, chain: pki.person.chain, signedAt });
    const attributes = readDer(toBeSigned).children.map((one) => readAttribute(one.bytes));
    const [value] = attributes.find((one) => one.type === oid.signingTime)?.values ?? [];
    expect(Buffer.from(value ?? [])).toEqual(Buffer.concat([Uint8Array.from(header), Buffer.from(text)]));
  });

  it.each(['yesterday', '+020000-01-01T00:00:00.000Z'])('refuses to claim %s', (signedAt) => {
    expect(() => prepareCades({ digest, chain: pki.person.chain, signedAt })).toThrow(
      expect.objectContaining({ code: 'UNEXPECTED' }),
    );
  });

  it('names the certificate of the signer alone', () => {
    const { parts } = prepareCades({ digest, chain: pki.person.chain });
    const named = parts.signedAttributes.map(readAttribute).find((one) => one.type === oid.signingCertificateV2);
    expect(readDer(named?.values[0] ?? new Uint8Array()).children[0]?.children).toHaveLength(1);
  });

  it('writes the same bytes for the same content and chain', () => {
    const [one, other] = [1, 2].map(() => prepareCades({ digest, chain: pki.person.chain }).toBeSigned);
    expect(one).toBeDefined();
    expect(one).toEqual(other);
  });

  it('completes to one canonical SignedData whose attributes the key signed', () => {
    const prepared = prepareCades({ digest, chain: pki.person.chain });
    const signature = sign('sha256', prepared.toBeSigned, pki.person.privateKey);
    const read = readSignedData(completeCades(prepared, signature));
    expect(read.contentType).toBe(oid.data);
    expect(read.content).toBeUndefined();
    expect(read.certificates).toHaveLength(2);
    expect(verify('sha256', prepared.toBeSigned, pki.person.publicKey, read.signature)).toBe(true);
  });

  it('refuses a digest that is no SHA-256', () => {
    expect(() => prepareCades({ digest: new Uint8Array(20), chain: pki.person.chain })).toThrow(
      expect.objectContaining({ code: 'UNEXPECTED' }),
    );
  });

  it('refuses a chain in which one did not issue the one before', () => {
    const chain = [pki.person.certificate, pki.root.certificate];
    expect(() => prepareCades({ digest, chain })).toThrow(expect.objectContaining({ code: 'UNEXPECTED' }));
  });

  it.each([[[]], [[Uint8Array.of(1, 2, 3)]]])('refuses a chain that is none', (chain: Uint8Array[]) => {
    expect(() => prepareCades({ digest, chain })).toThrow(expect.objectContaining({ code: 'DER_MALFORMED' }));
  });
});
