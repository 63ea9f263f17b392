/** What a file of a record is; the document itself stands first. */
export type FileRole = 'document' | 'attachment' | 'evidence' | 'exchange' | 'acknowledgement' | 'digitisation';

/** One file of a record, read only when it is written. */
export interface ItemFile {
  /** Within the representation: `data/attachments/01-표.xlsx`. */
  readonly path: string;
  readonly role: FileRole;
  readonly mediaType: string;
  readonly createdAt: string;
  /** As its author named it. */
  readonly originalName: string;
  /** The event that speaks of the file. */
  readonly eventId: string;
  readonly read: () => Promise<Uint8Array>;
}

export const asicMediaType = 'application/vnd.etsi.asic-e+zip';

/** `01`, `02`: in the order of those who count files by their names. */
export function placed(index: number): string {
  return String(index + 1).padStart(2, '0');
}
