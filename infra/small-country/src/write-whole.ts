import { renameSync, writeFileSync } from 'node:fs';

/** The file is there whole or not at all: a process that is killed in the middle leaves nothing that looks finished. */
export function writeWhole(path: string, text: string | Uint8Array, mode = 0o600): void {
  writeFileSync(`${path}.part`, text, { mode });
  renameSync(`${path}.part`, path);
}
