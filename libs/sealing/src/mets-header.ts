import { readMetsHeader } from '@sillok/archival-package';
import { hasCode } from '@sillok/kernel';

/** What the seal has to know of a package before it signs for it. */
export interface PackageHeader {
  readonly kind: string;
  readonly packageId: string;
  /** The code of who hands over, as in the address book. */
  readonly submitter: string | undefined;
}

/** Read from the bytes that will be signed; undefined where they are no METS. */
export function packageHeader(mets: Uint8Array): PackageHeader | undefined {
  try {
    const { packageType, objId, submitter } = readMetsHeader(mets);
    return { kind: packageType, packageId: objId, submitter: submitter?.code };
  } catch (error) {
    if (hasCode(error, 'CONTAINER_MALFORMED')) return undefined;
    throw error;
  }
}
