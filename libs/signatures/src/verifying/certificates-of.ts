import { SillokError } from '@sillok/kernel';
import { readSignedData } from '../cades/read-signed-data.ts';
import { signerCertificate } from '../cades/signer-checks.ts';
import { readableCertificates } from '../certificates/read-certificate.ts';
import { ancestorsOf } from './find-paths.ts';

/**
 * The certificates that a CMS carries about its signer, in DER: the signer first, then what stands above it, nearest
 * first; for asking about their revocation. Nothing is verified. Empty where it cannot be read or lacks the signer.
 */
export function certificatesOf(cms: Uint8Array): readonly Uint8Array[] {
  try {
    const signed = readSignedData(cms);
    const certificates = readableCertificates(signed.certificates);
    const signer = signerCertificate(signed, certificates);
    return signer === undefined ? [] : ancestorsOf(signer, certificates).map((one) => one.der);
  } catch (error) {
    if (error instanceof SillokError) return [];
    throw error;
  }
}
