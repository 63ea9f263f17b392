import { id_kp_timeStamping } from '@peculiar/asn1-x509';
import { signedCorrectly, signerCertificate } from '../cades/signer-checks.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { readableCertificates } from '../certificates/read-certificate.ts';
import type { TimestampToken } from './read-token.ts';

/** Whether the certificate that the token itself carries signed it and may do nothing but time-stamping. */
export function signedByTimestampAuthority(token: TimestampToken): boolean {
  const certificates = readableCertificates(token.signedData.certificates);
  const signer = signerCertificate(token.signedData, certificates);
  return signer !== undefined && isTimestampAuthority(signer) && signedCorrectly(token.signedData, signer);
}

/** RFC 3161 §2.3: extended key usage is critical and holds timeStamping alone. */
export function isTimestampAuthority(certificate: Certificate): boolean {
  const { extendedKeyUsage, extendedKeyUsageCritical } = certificate.extensions;
  return extendedKeyUsageCritical && extendedKeyUsage?.length === 1 && extendedKeyUsage[0] === id_kp_timeStamping;
}
