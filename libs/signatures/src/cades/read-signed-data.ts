import { SillokError } from '@sillok/kernel';
import { expectEnd, expectSequence, expectSet, expectTag } from '../der/expect-der.ts';
import { oid } from '../der/oids.ts';
import { type DerValue, readDer } from '../der/read-der.ts';
import { readOid } from '../der/read-oid.ts';
import type { SignedDataParts } from './signed-data.ts';

/** The parts, and beside them the algorithms as they stand, which `encodeSignedData` decides by itself. */
export interface ReadSignedData extends SignedDataParts {
  readonly version: number;
  readonly digestAlgorithms: readonly string[];
  readonly digestAlgorithm: string;
}

/** Reads a CMS SignedData with one signer in canonical DER (RFC 5652 §5). Throws DER_MALFORMED. */
export function readSignedData(der: Uint8Array): ReadSignedData {
  const [type, wrapped, ...rest] = expectSequence(readDer(der), 'a ContentInfo');
  if (readOid(type) !== oid.signedData || rest.length > 0) throw malformed('this is no SignedData');
  const inner = expectTag(wrapped, 0xa0, 'the SignedData').children;
  expectEnd(inner, 1, 'a ContentInfo');
  const fields = expectSequence(inner[0], 'a SignedData');
  const [version, digestAlgorithms, encapsulated, ...more] = fields;
  const [certificates, signerInfos] = more.length === 2 ? more : [undefined, more[0]];
  if (more.length > 2 || more.length === 0) throw malformed('a SignedData has certificates and signers only');
  const signers = expectSet(signerInfos, 'the signers');
  expectEnd(signers, 1, 'the set of signers');
  return {
    version: smallNumber(version),
    digestAlgorithms: expectSet(digestAlgorithms, 'the digest algorithms').map(algorithmOf),
    ...contentOf(encapsulated),
    certificates: certificates === undefined ? [] : certificatesOf(certificates),
    ...signerOf(signers[0]),
  };
}

function contentOf(encapsulated: DerValue | undefined): Pick<SignedDataParts, 'contentType' | 'content'> {
  const [type, content, ...rest] = expectSequence(encapsulated, 'the content');
  if (rest.length > 0) throw malformed('the content has too many parts');
  if (content === undefined) return { contentType: readOid(type) };
  const wrapped = expectTag(content, 0xa0, 'the content').children;
  expectEnd(wrapped, 1, 'the content');
  return { contentType: readOid(type), content: expectTag(wrapped[0], 0x04, 'an octet string').content };
}

function certificatesOf(certificates: DerValue): Uint8Array[] {
  const list = expectTag(certificates, 0xa0, 'the certificates').children;
  return list.map((one) => expectTag(one, 0x30, 'a certificate').bytes);
}

function signerOf(signer: DerValue | undefined) {
  const fields = expectSequence(signer, 'a SignerInfo');
  const [version, identifier, digest, signed, algorithm, signature, unsigned, ...rest] = fields;
  if (smallNumber(version) !== 1 || rest.length > 0) throw malformed('a SignerInfo of another version');
  const [issuer, serial, ...more] = expectSequence(identifier, 'issuer and serial');
  if (more.length > 0) throw malformed('issuer and serial have more parts');
  return {
    issuer: expectTag(issuer, 0x30, 'an issuer').bytes,
    serialDer: expectTag(serial, 0x02, 'a serial').bytes,
    digestAlgorithm: algorithmOf(digest),
    signedAttributes: expectTag(signed, 0xa0, 'signed attributes').children.map((one) => one.bytes),
    signatureAlgorithm: algorithmOf(algorithm),
    signature: expectTag(signature, 0x04, 'a signature').content,
    unsignedAttributes:
      unsigned === undefined ? [] : expectTag(unsigned, 0xa1, 'unsigned attributes').children.map((one) => one.bytes),
  };
}

// RFC 5754 §2: the parameters of SHA-2 are absent, and NULL is to be accepted; RSA always carries NULL.
function algorithmOf(value: DerValue | undefined): string {
  const [type, parameters, ...rest] = expectSequence(value, 'an algorithm');
  if (rest.length > 0 || (parameters !== undefined && parameters.tag !== 0x05)) {
    throw malformed('an algorithm with parameters');
  }
  return readOid(type);
}

function smallNumber(value: DerValue | undefined): number {
  const { content } = expectTag(value, 0x02, 'a number');
  if (content.length !== 1) throw malformed('a version that is no small number');
  return content[0] ?? -1;
}

function malformed(what: string): SillokError {
  return new SillokError('DER_MALFORMED', what);
}
