/** The UTF-8 bytes of text that comes in pieces. */
export function bytesOfPieces(pieces: Iterable<string>): Uint8Array {
  return new Uint8Array(Buffer.concat([...chunked(pieces)]));
}

const chunkLength = 64 * 1024;

/** Chunks of about 64 KiB; a chunk is let go before the next is made. */
export function* chunked(pieces: Iterable<string>): Generator<Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < chunkLength) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}
