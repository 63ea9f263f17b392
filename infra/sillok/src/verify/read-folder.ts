import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readInput } from './input-file.ts';
import type { ArtifactKind } from './report.ts';

export interface FolderFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every file of an exported folder that proves something, and the names of the others. */
export interface FolderFiles {
  readonly files: readonly FolderFile[];
  readonly others: readonly string[];
}

const artifacts: readonly (readonly [RegExp, ArtifactKind | 'part'])[] = [
  [/^document\.pdf$/, 'pdf'],
  [/^manifest\.json$/, 'manifest'],
  [/^summary\.json$/, 'summary'],
  [/^evidence\.asice$/, 'evidence'],
  [/^exchange\.asice$/, 'exchange'],
  [/^digitisation\.asice$/, 'digitisation'],
  [/^scan\.(pdf|png|jpg|tif)$/, 'scan'],
  [/^acknowledgements\/[^/]+\.json$/, 'acknowledgement'],
  [/^acknowledgements\/[^/]+\.p7s$/, 'part'],
  [/^statements\/[^/]+\.json$/, 'statement'],
  [/^statements\/[^/]+\.p7s$/, 'part'],
  [/^events\.jsonl$/, 'log'],
  [/^checkpoint\/(checkpoint|cosigned|leaves)$/, 'part'],
  [/^proof\/[^/]+\.tlog-proof$/, 'proof'],
];

export function artifactKindOf(path: string): ArtifactKind | 'part' | undefined {
  return artifacts.find(([pattern]) => pattern.test(path))?.[1];
}

export function readFolder(folder: string): FolderFiles {
  const paths = ['', 'statements', 'acknowledgements', 'checkpoint', 'proof']
    .flatMap((part) => filesIn(folder, part))
    .sort();
  const isArtifact = (path: string) => artifactKindOf(path) !== undefined;
  return {
    files: paths.filter(isArtifact).map((path) => ({ path, bytes: readInput(join(folder, ...path.split('/'))) })),
    others: paths.filter((path) => !isArtifact(path)),
  };
}

function filesIn(folder: string, part: string): readonly string[] {
  try {
    const entries = readdirSync(join(folder, part), { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(part, entry.name).split(sep).join('/'));
  } catch {
    return [];
  }
}
