import { ExtendedKeyUsage, id_kp_OCSPSigning, id_kp_timeStamping, KeyUsageFlags } from '@peculiar/asn1-x509';

export type CertificateProfile = 'root' | 'issuing' | 'person' | 'seal' | 'tsa' | 'ocsp';

interface ProfileRules {
  readonly authority?: { readonly pathLength?: number };
  readonly keyUsage: number;
  readonly purpose?: { readonly usage: ExtendedKeyUsage; readonly critical: boolean };
  readonly noCheck?: true;
}

const issuingUsage = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;
const signingUsage = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;

/** What each kind of certificate may do. RFC 3161 §2.3: a TSA's only purpose is timeStamping, and critical. */
export const profileRules: Readonly<Record<CertificateProfile, ProfileRules>> = {
  root: { authority: {}, keyUsage: issuingUsage },
  issuing: { authority: { pathLength: 0 }, keyUsage: issuingUsage },
  person: { keyUsage: signingUsage },
  seal: { keyUsage: signingUsage },
  tsa: {
    keyUsage: KeyUsageFlags.digitalSignature,
    purpose: { usage: new ExtendedKeyUsage([id_kp_timeStamping]), critical: true },
  },
  ocsp: {
    keyUsage: KeyUsageFlags.digitalSignature,
    purpose: { usage: new ExtendedKeyUsage([id_kp_OCSPSigning]), critical: false },
    noCheck: true,
  },
};
