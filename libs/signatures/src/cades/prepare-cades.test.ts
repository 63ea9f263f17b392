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
