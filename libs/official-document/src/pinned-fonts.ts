import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { type CodePointRange, fontCoverage } from './font-coverage.ts';

interface PinnedFont {
  /** The name inside the font, which is the name that the templates ask for. */
  readonly family: string;
  readonly package: string;
  readonly regular: string;
  readonly bold: string;
}

// Every paper is set in these and in nothing else: what the host has installed must never change a paper.
const pinnedFonts: readonly PinnedFont[] = [
  {
    family: 'Noto Sans',
    package: '@embedpdf/fonts-latin',
    regular: 'fonts/NotoSans-Regular.ttf',
    bold: 'fonts/NotoSans-Bold.ttf',
  },
  {
    family: 'Noto Sans Korean',
    package: '@embedpdf/fonts-kr',
    regular: 'fonts/NotoSansKR-Regular.otf',
    bold: 'fonts/NotoSansKR-Bold.otf',
  },
  {
    family: 'Noto Sans Lao',
    package: '@expo-google-fonts/noto-sans-lao',
    regular: '400Regular/NotoSansLao_400Regular.ttf',
    bold: '700Bold/NotoSansLao_700Bold.ttf',
  },
];

/** The files of the pinned fonts, in a fixed order. */
export function fontFiles(): readonly string[] {
  return pinnedFonts.flatMap((font) => [join(packageFolder(font), font.regular), join(packageFolder(font), font.bold)]);
}

/** SHA-256 in hex over the bytes of all pinned fonts, for the manifest that approvers sign. */
export function fontsDigest(): string {
  const hash = createHash('sha256');
  for (const file of fontFiles()) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * The families that can draw a character in both weights: `coveredBy(0xac00)` is `['Noto Sans Korean']`. Empty when
 * no paper can show it.
 */
export function coveredBy(codePoint: number): readonly string[] {
  coverage ??= pinnedFonts.map((font) => ({ family: font.family, weights: weightsOf(font) }));
  return coverage
    .filter((font) => font.weights.every((ranges) => isWithin(ranges, codePoint)))
    .map((font) => font.family);
}

// Read once in the life of the process: the packages are pinned and their tables never change.
let coverage: readonly { family: string; weights: readonly (readonly CodePointRange[])[] }[] | undefined;

function weightsOf(font: PinnedFont): readonly (readonly CodePointRange[])[] {
  return [font.regular, font.bold].map((file) => fontCoverage(readFileSync(join(packageFolder(font), file))));
}

function isWithin(ranges: readonly CodePointRange[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (codePoint < range[0]) high = middle - 1;
    else if (codePoint > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}

function packageFolder(font: PinnedFont): string {
  const found = findPackageJSON(font.package, import.meta.url);
  if (found === undefined) throw new RangeError(`the font package ${font.package} is not installed`);
  return dirname(found);
}
