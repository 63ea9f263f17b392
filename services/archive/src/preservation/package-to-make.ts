import type { ErmsModel, MetsHeader, PackageSource } from '@sillok/archival-package';
import type { RecordedEvent } from '@sillok/journal';
import type { SubmittedItem } from '../intake/submitted-items.ts';

/** An archival package before it is made: what came, what of it was taken over, and what we have to say of it. */
export interface PackageToMake {
  readonly packageId: string;
  readonly transferId: string;
  readonly accession: string;
  readonly at: string;
  readonly sender: { readonly code: string; readonly name: string };
  readonly archives: { readonly code: string; readonly name: string };
  readonly source: PackageSource;
  /** Of the submission. */
  readonly header: MetsHeader;
  readonly accepted: readonly AcceptedItem[];
  /** What happened to the submission here, up to its accession. */
  readonly events: readonly RecordedEvent[];
  readonly nameOfPerson: (personId: string) => string | undefined;
  /** Beside the metadata: the receipt of the arrival, the inspection, the decision. */
  readonly said: readonly { readonly path: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
}

export interface AcceptedItem extends SubmittedItem {
  readonly model: ErmsModel;
}

/** What packages say they were made by. */
export const software = { name: 'Sillok', version: '0.1.0' } as const;
