import { SillokError } from '@sillok/kernel';
import { type CmsAttribute, readAttribute } from '../cades/read-attribute.ts';
import { type ReadSignedData, readSignedData } from '../cades/read-signed-data.ts';
import { encodeSignedData } from '../cades/signed-data.ts';
import { readSigningTime } from '../cades/signing-time.ts';
import { ascending, sameOctets } from '../der/octet-order.ts';
import { oid } from '../der/oids.ts';
import { objectIdentifier } from '../der/write-der.ts';
import { readToken, type TimestampToken } from '../timestamping/read-token.ts';

export interface OpenedCades {
  readonly signed: ReadSignedData;
  readonly attributes: readonly CmsAttribute[];
  /** The timestamp tokens over the signature value, in DER. */
  readonly tokens: readonly Uint8Array[];
  readonly claimedAt: string | undefined;
}

/** EN 319 122-1 §6.3 requires a claimed time where the signature stands alone, EN 319 142-1 §6.3 forbids it in a PDF. */
export type SigningTimeRule = 'required' | 'forbidden' | 'any';

export interface OpenedToken {
  readonly token: TimestampToken;
  readonly attributes: readonly CmsAttribute[];
}

const mostCertificates = 16;
const algorithms: readonly string[] = [oid.ecdsaSha256, oid.rsaSha256];
const cadesAttributes = [oid.contentType, oid.messageDigest, oid.signingCertificateV2];
const tokenAttributes = [...cadesAttributes, oid.signingTime, oid.algorithmProtection];

/**
 * Opens a detached CAdES signature of ours. Written again from its parts it must be the same bytes, so each byte is
 * either covered by a digest or has one allowed value. Answers a sentence where the form is wrong.
 */
export function openCades(der: Uint8Array, rule: SigningTimeRule): OpenedCades | string {
  return opened(() => {
    const signed = readSignedData(der);
    if (signed.content !== undefined) return 'the content is inside';
    if (!algorithms.includes(signed.signatureAlgorithm)) return 'an algorithm that is not allowed';
    if (!sameOctets(encodeSignedData(signed), der)) return 'not the one canonical encoding';
    const attributes = signed.signedAttributes.map(readAttribute);
    const unsigned = signed.unsignedAttributes.map(readAttribute);
    if (unsigned.length > 1 || unsigned.some((one) => one.type !== oid.signatureTimestamp)) {
      return 'an unsigned attribute that is unknown or there twice';
    }
    const problem =
      attributeProblem(attributes, [...cadesAttributes, oid.signingTime], oid.data) ??
      signingTimeProblem(attributes, rule) ??
      certificateProblem(signed);
    const tokens = unsigned.flatMap((one) => one.values);
    return problem ?? { signed, attributes, tokens, claimedAt: claimedAtOf(attributes) };
  });
}

/** Opens a timestamp token of anybody: canonical DER, one signer, known attributes (RFC 3161 §2.4.2). */
export function openToken(der: Uint8Array): OpenedToken | string {
  return opened(() => {
    const token = readToken(der);
    const attributes = token.signedData.signedAttributes.map(readAttribute);
    const problem = tokenProblem(token) ?? attributeProblem(attributes, tokenAttributes, oid.tstInfo);
    return problem ?? { token, attributes };
  });
}

function tokenProblem({ signedData, hasCriticalExtension }: TimestampToken): string | undefined {
  const { digestAlgorithms, digestAlgorithm } = signedData;
  if (signedData.version !== 3) return 'another version than 3';
  if (digestAlgorithms.length !== 1 || digestAlgorithms[0] !== digestAlgorithm) return 'digest algorithms disagree';
  if (signedData.unsignedAttributes.length > 0) return 'an unsigned attribute';
  if (!ascending(signedData.signedAttributes)) return 'signed attributes out of order';
  if (hasCriticalExtension) return 'a critical extension';
  return certificateProblem(signedData);
}

function opened<Opened>(open: () => Opened | string): Opened | string {
  try {
    return open();
  } catch (error) {
    if (error instanceof SillokError) return error.message;
    throw error;
  }
}

function attributeProblem(attributes: readonly CmsAttribute[], allowed: readonly string[], content: string) {
  const types = attributes.map((one) => one.type);
  if (new Set(types).size !== types.length) return 'a signed attribute twice';
  if (attributes.some((one) => one.values.length !== 1)) return 'a signed attribute with several values';
  if (types.some((type) => !allowed.includes(type))) return 'a signed attribute that is not expected';
  if (cadesAttributes.some((type) => !types.includes(type))) return 'a signed attribute is missing';
  const type = attributes.find((one) => one.type === oid.contentType)?.values[0];
  return type !== undefined && sameOctets(type, objectIdentifier(content)) ? undefined : 'another type of content';
}

function claimedAtOf(attributes: readonly CmsAttribute[]): string | undefined {
  const value = attributes.find((one) => one.type === oid.signingTime)?.values[0];
  return value === undefined ? undefined : readSigningTime(value);
}

function signingTimeProblem(attributes: readonly CmsAttribute[], rule: SigningTimeRule): string | undefined {
  if (!attributes.some((one) => one.type === oid.signingTime)) {
    return rule === 'required' ? 'no claimed time where one is required' : undefined;
  }
  if (rule === 'forbidden') return 'a claimed time where none is allowed';
  return claimedAtOf(attributes) === undefined ? 'a claimed time in another form' : undefined;
}

function certificateProblem({ certificates }: ReadSignedData): string | undefined {
  if (certificates.length > mostCertificates) return 'more certificates than any chain has';
  const distinct = new Set(certificates.map((one) => Buffer.from(one).toString('latin1')));
  return distinct.size === certificates.length ? undefined : 'a certificate twice';
}
