/** Names that EN 319 162-1 gives (clauses 4.4 and A.4), and the one of our own. */
export const asicNamespace = 'http://uri.etsi.org/02918/v1.2.1#';
export const dsigNamespace = 'http://www.w3.org/2000/09/xmldsig#';
export const ownNamespace = 'urn:sillok:container:1';

export const asicE = 'application/vnd.etsi.asic-e+zip';
export const asicS = 'application/vnd.etsi.asic-s+zip';
export const cadesType = 'application/pkcs7-signature';

export const manifestName = 'META-INF/ASiCManifest.xml';
export const signatureName = 'META-INF/signature001.p7s';

export const sha256Uri = 'http://www.w3.org/2001/04/xmlenc#sha256';
export const digestAlgorithms: ReadonlyMap<string, string> = new Map([
  [sha256Uri, 'sha256'],
  ['http://www.w3.org/2001/04/xmldsig-more#sha384', 'sha384'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
]);
