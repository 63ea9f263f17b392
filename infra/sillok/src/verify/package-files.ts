import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SignedStatement } from '@sillok/evidence/verifying';
import { isFile, isFolder, readIfThere, readInput } from './input-file.ts';

/** What lies in `sip`, `aip` and `receipt` of an exported folder, by paths relative to it. */
export interface TransferFiles {
  readonly submissions: readonly string[];
  readonly preserved: readonly string[];
  /** In the order of their names; one without a signature has an empty one. */
  readonly receipts: readonly SignedStatement[];
}

export function transferFilesIn(folder: string): TransferFiles {
  return {
    submissions: packagesIn(folder, 'sip'),
    preserved: packagesIn(folder, 'aip'),
    receipts: namesIn(folder, 'receipt')
      .filter((name) => name.endsWith('.json'))
      .map((name) => receiptAt(folder, `receipt/${name}`)),
  };
}

/** A package is a zip, a tar or a folder with a METS in it. */
export function isPackage(path: string): boolean {
  return isFile(path) ? /\.(zip|tar)$/i.test(path) : isFolder(path) && isFile(join(path, 'METS.xml'));
}

function packagesIn(folder: string, part: string): readonly string[] {
  const inside = namesIn(folder, part).map((name) => `${part}/${name}`);
  return [part, ...inside].filter((path) => isPackage(join(folder, path)));
}

function namesIn(folder: string, part: string): readonly string[] {
  return isFolder(join(folder, part)) ? readdirSync(join(folder, part)).sort() : [];
}

function receiptAt(folder: string, path: string): SignedStatement {
  const signature = readIfThere(join(folder, path.replace(/json$/, 'p7s'))) ?? new Uint8Array();
  return { name: path, bytes: readInput(join(folder, path)), signature };
}
