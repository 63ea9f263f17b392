import { canonicalJson, type Json } from '@sillok/kernel';
import { type Envelope, envelopeSchema } from '@sillok/schemas/vocabulary/envelope';
import { strictText } from './exact-bytes.ts';

/** The lines of a text in which every line ends with a new line; `undefined` where the last does not. */
export function linesOf(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = buffer.indexOf(10); end >= 0; end = buffer.indexOf(10, start)) {
    lines.push(buffer.subarray(start, end));
    start = end + 1;
  }
  return start === buffer.length ? lines : undefined;
}

/** The envelope, if the line is exactly its canonical form. */
export function readEnvelope(line: Uint8Array): Envelope | undefined {
  const text = strictText(line);
  if (text === undefined) return undefined;
  try {
    const value: Json = JSON.parse(text);
    return canonicalJson(value) === text ? envelopeSchema.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
