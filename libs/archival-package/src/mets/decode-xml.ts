/** Bytes of an XML document to text by its byte order mark or declaration, UTF-8 otherwise (XML 1.0, appendix F). */
export class XmlDecoder {
  #decoder: TextDecoder | undefined;

  /** Throws TypeError where the bytes are none of the encoding. */
  decode(bytes: Uint8Array): string {
    this.#decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    return this.#decoder.decode(bytes, { stream: true });
  }

  end(): string {
    return this.#decoder?.decode() ?? '';
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(start)?.[1] ?? 'utf-8';
  return isKnown(declared) ? declared : 'utf-8';
}

/** A declaration that can be read here as ASCII cannot be in UTF-16, whatever it says. */
function isKnown(label: string): boolean {
  try {
    return !new TextDecoder(label).encoding.startsWith('utf-16');
  } catch {
    return false;
  }
}
