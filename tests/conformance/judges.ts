/** The programs that nobody here wrote, as functions. A program that is missing is an error that says how to get it. */
export { pdfsig, qpdf, xmllint } from './judges/file-judges.ts';
export {
  commonsIp,
  type DetachedSignature,
  type DssAnswer,
  type DssSignature,
  dss,
  dssDetached,
  earkValidator,
  type PackageAnswer,
  pyhanko,
  schematron,
  verapdf,
} from './judges/json-judges.ts';
export type { Judgement, TrustFiles } from './judges/judgement.ts';
export { metadataTroubles, metsTroubles } from './judges/metadata-judges.ts';
export { opensslCms, opensslOcsp, opensslTs, writeCertificatesOf } from './judges/openssl-judges.ts';
