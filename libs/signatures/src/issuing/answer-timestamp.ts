import type { KeyObject } from 'node:crypto';
import { OctetString } from '@peculiar/asn1-schema';
import {
  Accuracy,
  MessageImprint,
  PKIStatus,
  TimeStampReq,
  TimeStampReqVersion,
  TSTInfo,
  TSTInfoVersion,
} from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { SillokError } from '@sillok/kernel';
import { sha256, signatureAlgorithmOf, signWith } from '../algorithms.ts';
import { attributesToSign, encodeAttribute, encodeSignedData } from '../cades/signed-data.ts';
import { signingCertificateAttribute } from '../cades/signing-certificate.ts';
import { readCertificate } from '../certificates/read-certificate.ts';
import { decodeAsn, encodeAsn } from '../der/asn-convert.ts';
import { oid } from '../der/oids.ts';
import { integerOfHex } from '../der/serials.ts';
import { derValue, objectIdentifier, octetString, sequence, smallInteger } from '../der/write-der.ts';

export interface TimestampAuthority {
  /** DER, the TSA first. */
  readonly chain: readonly Uint8Array[];
  readonly privateKey: KeyObject;
  /** The dotted identifier of the policy that every token names. */
  readonly policy: string;
  /** Hex; never the same twice for one TSA. */
  readonly serial: string;
  readonly genTime: string;
}

// RFC 3161 §2.4.2. The numbers of @peculiar/asn1-tsp 2.6.0 are other ones.
const failureBit = { badAlg: 0, badRequest: 2, badDataFormat: 5, unacceptedPolicy: 15, unacceptedExtension: 16 };

/**
 * A TimeStampResp in DER (RFC 3161 §2.4.2; EN 319 422 §5.2): SHA-256 imprints only, accuracy of one second, the
 * certificates where the request asks for them. What can't be granted is rejected with its failure bit.
 */
export function answerTimestamp(requestDer: Uint8Array, authority: TimestampAuthority): Uint8Array {
  const request = readRequest(requestDer);
  if (request === undefined) return rejected(failureBit.badDataFormat);
  const failure = failureOf(request, authority.policy);
  if (failure !== undefined) return rejected(failure);
  return sequence(sequence(smallInteger(PKIStatus.granted)), token(request, authority));
}

function failureOf(request: TimeStampReq, policy: string): number | undefined {
  const { hashAlgorithm, hashedMessage } = request.messageImprint;
  if (request.version !== TimeStampReqVersion.v1) return failureBit.badRequest;
  if (hashAlgorithm.algorithm !== oid.sha256) return failureBit.badAlg;
  if (hashedMessage.byteLength !== 32) return failureBit.badDataFormat;
  if ((request.reqPolicy ?? policy) !== policy) return failureBit.unacceptedPolicy;
  return request.extensions === undefined ? undefined : failureBit.unacceptedExtension;
}

function readRequest(der: Uint8Array): TimeStampReq | undefined {
  try {
    return decodeAsn(der, TimeStampReq, 'timestamp request');
  } catch {
    return undefined;
  }
}

function rejected(bit: number): Uint8Array {
  const octets = new Uint8Array(Math.floor(bit / 8) + 1);
  octets[octets.length - 1] = 0x80 >> (bit % 8);
  const failInfo = derValue(0x03, Uint8Array.of(7 - (bit % 8)), octets);
  return sequence(sequence(smallInteger(PKIStatus.rejection), failInfo));
}

function token(request: TimeStampReq, authority: TimestampAuthority): Uint8Array {
  const chain = authority.chain.map(readCertificate);
  const [signer] = chain;
  if (signer === undefined) throw new SillokError('UNEXPECTED', 'a timestamp authority has a certificate');
  const content = encodeAsn(statement(request, authority));
  const signedAttributes = [
    encodeAttribute(oid.contentType, objectIdentifier(oid.tstInfo)),
    encodeAttribute(oid.messageDigest, octetString(sha256(content))),
    signingCertificateAttribute(signer),
  ];
  return encodeSignedData({
    contentType: oid.tstInfo,
    content,
    certificates: request.certReq ? chain.map((one) => one.der) : [],
    issuer: signer.issuer,
    serialDer: signer.serialDer,
    signedAttributes,
    signatureAlgorithm: signatureAlgorithmOf(authority.privateKey),
    signature: signWith(authority.privateKey, attributesToSign(signedAttributes)),
    unsignedAttributes: [],
  });
}

function statement(request: TimeStampReq, authority: TimestampAuthority): TSTInfo {
  return new TSTInfo({
    version: TSTInfoVersion.v1,
    policy: authority.policy,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: oid.sha256 }),
      hashedMessage: new OctetString(request.messageImprint.hashedMessage.buffer),
    }),
    serialNumber: integerOfHex(authority.serial),
    genTime: new Date(authority.genTime),
    accuracy: new Accuracy({ seconds: 1 }),
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
  });
}
