/**
 * The code points that a TrueType or OpenType font maps to a glyph, read from its `cmap` table (OpenType 1.9,
 * `cmap`, formats 4 and 12), as sorted ranges. Fonts are pinned packages, so a malformed one is a RangeError.
 */
export function fontCoverage(bytes: Uint8Array): readonly CodePointRange[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const subtables = subtableOffsets(view, cmap);
  const full = subtables.find((offset) => view.getUint16(offset) === 12);
  if (full !== undefined) return segmentedCoverage(view, full);
  const basic = subtables.find((offset) => view.getUint16(offset) === 4);
  if (basic !== undefined) return mappedSegments(view, basic);
  throw new RangeError('the font has no Unicode cmap');
}

/** First and last code point, both included. */
export type CodePointRange = readonly [first: number, last: number];

function tableOffset(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(record + place)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new RangeError(`the font has no ${tag} table`);
}

function subtableOffsets(view: DataView, cmap: number): readonly number[] {
  const count = view.getUint16(cmap + 2);
  const records = Array.from({ length: count }, (_, index) => cmap + 4 + index * 8);
  const isUnicode = (record: number) => view.getUint16(record) === 0 || view.getUint16(record) === 3;
  return records.filter(isUnicode).map((record) => cmap + view.getUint32(record + 4));
}

function segmentedCoverage(view: DataView, table: number): readonly CodePointRange[] {
  const count = view.getUint32(table + 12);
  return Array.from({ length: count }, (_, index) => {
    const group = table + 16 + index * 12;
    const first = view.getUint32(group);
    // Glyph 0 is the "missing" glyph, so a group that starts there does not cover its first code point.
    return [view.getUint32(group + 8) === 0 ? first + 1 : first, view.getUint32(group + 4)] as const;
  });
}

function mappedSegments(view: DataView, table: number): readonly CodePointRange[] {
  const doubled = view.getUint16(table + 6);
  const ranges: CodePointRange[] = [];
  for (let place = 0; place < doubled; place += 2) {
    const last = view.getUint16(table + 14 + place);
    const first = view.getUint16(table + 16 + doubled + place);
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint += 1) {
      if (glyphOf(view, table, place, codePoint) !== 0) extend(ranges, codePoint);
    }
  }
  return ranges;
}

function glyphOf(view: DataView, table: number, place: number, codePoint: number): number {
  const doubled = view.getUint16(table + 6);
  const first = view.getUint16(table + 16 + doubled + place);
  const delta = view.getUint16(table + 16 + doubled * 2 + place);
  const rangeAt = table + 16 + doubled * 3 + place;
  const range = view.getUint16(rangeAt);
  if (range === 0) return (codePoint + delta) & 0xffff;
  const glyph = view.getUint16(rangeAt + range + (codePoint - first) * 2);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

function extend(ranges: CodePointRange[], codePoint: number): void {
  const newest = ranges.at(-1);
  if (newest !== undefined && newest[1] === codePoint - 1) ranges[ranges.length - 1] = [newest[0], codePoint];
  else ranges.push([codePoint, codePoint]);
}
