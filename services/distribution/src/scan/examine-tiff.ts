const most = { pages: 2_000, entries: 1_000 } as const;
const needed = [256, 257, 273] as const;

/** As many pages as a TIFF 6.0 chains, each with width, height and a place for its strips; undefined where one is broken. */
export function examineTiff(bytes: Buffer): number | undefined {
  const isLittle = bytes.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const seen = new Set<number>();
  for (let at = long(4); at !== 0; ) {
    if (at + 2 > bytes.length || seen.has(at) || seen.size >= most.pages) return undefined;
    seen.add(at);
    const count = short(at);
    const next = at + 2 + 12 * count;
    if (count === 0 || count > most.entries || next + 4 > bytes.length) return undefined;
    const tags = new Set(Array.from({ length: count }, (_, index) => short(at + 2 + 12 * index)));
    // Tiles (324) stand in the place of strips.
    if (!needed.every((tag) => tags.has(tag) || (tag === 273 && tags.has(324)))) return undefined;
    at = long(next);
  }
  return seen.size > 0 ? seen.size : undefined;
}
