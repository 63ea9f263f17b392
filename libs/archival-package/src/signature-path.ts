/**
 * Where the detached CAdES signature over the exact bytes of METS.xml lies in packages that we write. No METS can give
 * the digest of what is made over its own bytes, and validators in use take every file without one for forgotten
 * (commons-ip 2.10.0: CSIP66 beside METS.xml, CSIP31 in the package's `metadata`); they pass over a folder of this name
 * that lies elsewhere. CSIPSTR14 allows folders of one's own.
 */
export const signaturePath = 'signature/metadata/METS.xml.p7s';
