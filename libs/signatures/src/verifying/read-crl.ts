import {
  CertificateList,
  type Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_cRLNumber,
  id_ce_cRLReasons,
  id_ce_invalidityDate,
  type RevokedCertificate,
} from '@peculiar/asn1-x509';
import { SillokError } from '@sillok/kernel';
import { sha256 } from '../algorithms.ts';
import { decodeAsn, encodeAsn } from '../der/asn-convert.ts';
import { expectSequence, expectTag, expectWholeBits } from '../der/expect-der.ts';
import { sameOctets } from '../der/octet-order.ts';
import { readDer } from '../der/read-der.ts';
import { hexOfInteger } from '../der/serials.ts';
import { remember } from '../remember.ts';

export interface ReadCrl {
  readonly issuer: Uint8Array;
  readonly thisUpdate: string;
  readonly nextUpdate: string | undefined;
  /** Hex serial to instant. */
  readonly revoked: ReadonlyMap<string, string>;
  readonly toBeSigned: Uint8Array;
  readonly signatureAlgorithm: string;
  readonly algorithmsAgree: boolean;
  readonly signature: Uint8Array;
  /** Partial, indirect and delta lists say so by critical extensions, which are not processed: then no evidence. */
  readonly isComplete: boolean;
}

const processed: readonly string[] = [
  id_ce_authorityKeyIdentifier,
  id_ce_cRLNumber,
  id_ce_cRLReasons,
  id_ce_invalidityDate,
];

// A list may hold many thousands of entries and is asked about each signature.
const known = remember<ReadCrl>(64);

/** Reads a CRL (RFC 5280 §5), `undefined` where it is none in canonical DER. */
export function tryCrl(der: Uint8Array): ReadCrl | undefined {
  try {
    return known(Buffer.from(sha256(der)).toString('hex'), () => parse(Uint8Array.from(der)));
  } catch (error) {
    if (error instanceof SillokError) return undefined;
    throw error;
  }
}

function parse(der: Uint8Array): ReadCrl {
  const [toBeSigned, outer, signature] = expectSequence(readDer(der), 'a CRL');
  const fields = expectSequence(toBeSigned, 'the signed part of a CRL');
  const inner = fields[0]?.tag === 0x02 ? fields[1] : fields[0];
  const { tbsCertList, signatureAlgorithm } = decodeAsn(der, CertificateList, 'CRL');
  const entries = tbsCertList.revokedCertificates ?? [];
  return {
    issuer: encodeAsn(tbsCertList.issuer),
    thisUpdate: tbsCertList.thisUpdate.getTime().toISOString(),
    nextUpdate: tbsCertList.nextUpdate?.getTime().toISOString(),
    revoked: new Map(entries.map(entryOf)),
    toBeSigned: expectTag(toBeSigned, 0x30, 'the signed part').bytes,
    signatureAlgorithm: signatureAlgorithm.algorithm,
    algorithmsAgree: sameOctets(expectTag(inner, 0x30, 'an algorithm').bytes, expectTag(outer, 0x30, 'one').bytes),
    signature: expectWholeBits(signature, 'a signature'),
    isComplete: [tbsCertList.crlExtensions, ...entries.map((one) => one.crlEntryExtensions)].every(onlyKnown),
  };
}

function entryOf(entry: RevokedCertificate): [string, string] {
  return [hexOfInteger(entry.userCertificate), entry.revocationDate.getTime().toISOString()];
}

function onlyKnown(extensions: readonly Extension[] | undefined): boolean {
  return (extensions ?? []).every((one) => !one.critical || processed.includes(one.extnID));
}
