/** What a zip's directory says of an entry (APPNOTE 4.4). */
export interface RawEntry {
  readonly fileNameRaw: Buffer;
  readonly generalPurposeBitFlag: number;
}

// Bit 0, strong encryption, and a masked directory.
const encrypted = 0x2041;

export function isEncrypted({ generalPurposeBitFlag }: RawEntry): boolean {
  return (generalPurposeBitFlag & encrypted) !== 0;
}

/** Many writers leave the flag for UTF-8 out. What is no UTF-8 is kept recognisable, but will match no reference. */
export function nameOf({ fileNameRaw }: RawEntry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw);
  } catch {
    return fileNameRaw.toString('latin1');
  }
}
