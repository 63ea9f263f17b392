const startOfFrame = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
const startOfScan = 0xda;

interface Segment {
  readonly marker: number;
  /** Offset and length of what stands behind the marker; the length counts itself. */
  readonly at: number;
  readonly length: number;
}

/** One page, if the bytes are a JPEG (ITU-T T.81): segments up to a scan, a frame with a size before it, and an end. */
export function examineJpeg(bytes: Buffer): number | undefined {
  const segments = segmentsOf(bytes);
  const frame = segments.find(({ marker }) => startOfFrame.has(marker));
  const hasSize =
    frame !== undefined &&
    frame.length >= 8 &&
    bytes.readUInt16BE(frame.at + 3) > 0 &&
    bytes.readUInt16BE(frame.at + 5) > 0;
  const hasEnd = bytes.readUInt16BE(bytes.length - 2) === 0xffd9;
  return hasSize && hasEnd && segments.at(-1)?.marker === startOfScan ? 1 : undefined;
}

/** Up to the first scan, or to where the file is damaged. */
function segmentsOf(bytes: Buffer): readonly Segment[] {
  const segments: Segment[] = [];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const [prefix, marker] = [bytes.readUInt8(at), bytes.readUInt8(at + 1)];
    const length = bytes.readUInt16BE(at + 2);
    // Any number of fill bytes may stand before a marker.
    const isFill = prefix === 0xff && marker === 0xff;
    if (!isFill && (prefix !== 0xff || length < 2 || at + 2 + length > bytes.length)) return segments;
    if (!isFill) segments.push({ marker, at: at + 2, length });
    if (marker === startOfScan) return segments;
    at += isFill ? 1 : 2 + length;
  }
  return segments;
}
