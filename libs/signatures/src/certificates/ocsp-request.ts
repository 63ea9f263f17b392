import { OCSPRequest, Request, TBSRequest } from '@peculiar/asn1-ocsp';
import { encodeAsn } from '../der/asn-convert.ts';
import { certificateId } from './ocsp-certificate-id.ts';
import { readCertificate } from './read-certificate.ts';

/**
 * An OCSPRequest in DER about one certificate (RFC 6960 §4.1), unsigned and without nonce. The certificate is named by
 * SHA-1 unless told otherwise, because some responders know nothing else (RFC 5019 §2.1.1). Throws DER_MALFORMED.
 */
export function ocspRequest(
  certificateDer: Uint8Array,
  issuerDer: Uint8Array,
  hash: 'sha256' | 'sha1' = 'sha1',
): Uint8Array {
  const reqCert = certificateId(readCertificate(certificateDer), readCertificate(issuerDer), hash);
  return encodeAsn(new OCSPRequest({ tbsRequest: new TBSRequest({ requestList: [new Request({ reqCert })] }) }));
}
