import { crc32 } from 'node:zlib';

interface Chunk {
  readonly type: string;
  readonly length: number;
}

/** One page, if the bytes are a whole PNG (ISO/IEC 15948): each chunk with its CRC, a size first and an end last. */
export function examinePng(bytes: Buffer): number | undefined {
  const chunks = chunksOf(bytes);
  const [first] = chunks;
  const hasSize =
    first?.type === 'IHDR' && first.length === 13 && bytes.readUInt32BE(16) > 0 && bytes.readUInt32BE(20) > 0;
  const hasData = chunks.some(({ type, length }) => type === 'IDAT' && length > 0);
  return hasSize && hasData && chunks.at(-1)?.type === 'IEND' ? 1 : undefined;
}

/** All chunks up to the end of the file; none where one is damaged or breaks off. */
function chunksOf(bytes: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = at + 12 <= bytes.length ? bytes.readUInt32BE(at) : bytes.length;
    const end = at + 12 + length;
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return [];
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), length });
    at = end;
  }
  return chunks;
}
