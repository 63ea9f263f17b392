import { createHash } from 'node:crypto';
import { CertID, OCSPRequest, Request, TBSRequest } from '@peculiar/asn1-ocsp';
import { OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import type { Certificate } from './certificates/certificate.ts';
import { keyBits } from './certificates/key-identifier.ts';
import { readCertificate } from './certificates/read-certificate.ts';
import { arrayBufferOf, encodeAsn } from './der/asn-convert.ts';
import { integerOfHex } from './der/serials.ts';

const sha1 = '1.3.14.3.2.26';

/** An OCSPRequest in DER about one certificate (RFC 6960 §4.1), by SHA-1 as every responder expects (RFC 5019 §2.1.1). */
export function ocspRequest(certificateDer: Uint8Array, issuerDer: Uint8Array): Uint8Array {
  const issuer = readCertificate(issuerDer);
  const reqCert = new CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: sha1, parameters: null }),
    issuerNameHash: digest(issuer.subject),
    issuerKeyHash: digest(keyBits(issuer.spki)),
    serialNumber: serialOf(readCertificate(certificateDer)),
  });
  return encodeAsn(new OCSPRequest({ tbsRequest: new TBSRequest({ requestList: [new Request({ reqCert })] }) }));
}

function digest(bytes: Uint8Array): OctetString {
  return new OctetString(arrayBufferOf(createHash('sha1').update(bytes).digest()));
}

function serialOf(certificate: Certificate): ArrayBuffer {
  return integerOfHex(certificate.serial);
}
