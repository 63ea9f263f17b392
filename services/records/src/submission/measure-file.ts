import { identifyFormat } from '@sillok/archival-package';
import { sha256Hex } from '@sillok/evidence';
import type { MeasuredFile } from './describing.ts';
import type { ItemFile } from './item-file.ts';

/** Reads a file once for its digest, its length and its format, and lets it go. */
export async function measureFile(file: ItemFile): Promise<MeasuredFile> {
  const bytes = await file.read();
  const { format } = identifyFormat(file.path, bytes);
  return { ...file, sha256: sha256Hex(bytes), bytes: bytes.length, format };
}
