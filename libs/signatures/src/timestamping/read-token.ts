import { TSTInfo } from '@peculiar/asn1-tsp';
import { SillokError } from '@sillok/kernel';
import { type ReadSignedData, readSignedData } from '../cades/read-signed-data.ts';
import { decodeAsn } from '../der/asn-convert.ts';
import { oid } from '../der/oids.ts';
import { readDer } from '../der/read-der.ts';

export interface TimestampToken {
  readonly signedData: ReadSignedData;
  readonly content: Uint8Array;
  readonly imprintAlgorithm: string;
  readonly imprint: Uint8Array;
  /** An instant with milliseconds. */
  readonly genTime: string;
  /** The INTEGER's octets. */
  readonly nonce: Uint8Array | undefined;
  readonly hasCriticalExtension: boolean;
}

/** Reads a TimeStampToken (RFC 3161 §2.4.2) in canonical DER. Throws DER_MALFORMED. */
export function readToken(der: Uint8Array): TimestampToken {
  const signedData = readSignedData(der);
  const { content, contentType } = signedData;
  if (contentType !== oid.tstInfo || content === undefined) {
    throw new SillokError('DER_MALFORMED', 'this is no timestamp token');
  }
  readDer(content);
  const info = decodeAsn(content, TSTInfo, 'TSTInfo');
  return {
    signedData,
    content,
    imprintAlgorithm: info.messageImprint.hashAlgorithm.algorithm,
    imprint: new Uint8Array(info.messageImprint.hashedMessage.buffer),
    genTime: info.genTime.toISOString(),
    nonce: info.nonce === undefined ? undefined : new Uint8Array(info.nonce),
    hasCriticalExtension: (info.extensions ?? []).some((one) => one.critical),
  };
}
