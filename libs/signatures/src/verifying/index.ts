export { checkCertificateNow } from './check-certificate-now.ts';
export type { RevocationEvidence, Trust } from './trust.ts';
export type { Purpose } from './validate-path.ts';
export type { CadesCheck, CadesVerdict, SignerFacts } from './verify-cades.ts';
export { verifyCades } from './verify-cades.ts';
export type { CertificateCheck } from './verify-certificate.ts';
export { verifyCertificate } from './verify-certificate.ts';
export type { TimestampCheck, TimestampVerdict } from './verify-timestamp-token.ts';
export { verifyTimestampToken } from './verify-timestamp-token.ts';
