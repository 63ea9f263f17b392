import { SillokError } from '@sillok/kernel';

const rules: Readonly<Record<number, (content: Uint8Array) => boolean>> = {
  1: (content) => content.length === 1 && (content[0] === 0 || content[0] === 0xff),
  2: isShortestInteger,
  3: isBitString,
  5: (content) => content.length === 0,
  6: isShortestOid,
  10: isShortestInteger,
  12: isUtf8,
  16: () => false,
  17: () => false,
  23: (content) => /^\d{12}Z$/.test(latin1(content)),
  24: (content) => /^\d{14}(\.\d*[1-9])?Z$/.test(latin1(content)),
};

/** Throws DER_MALFORMED where a universal primitive value could have been written in another way too. */
export function assertCanonicalPrimitive(tag: number, content: Uint8Array): void {
  if (tag >= 0x40) return;
  const rule = rules[tag];
  if (rule !== undefined && !rule(content)) {
    throw new SillokError('DER_MALFORMED', `not canonical DER: a value of type ${tag}`);
  }
}

function isShortestInteger(content: Uint8Array): boolean {
  const [first, second] = content;
  if (first === undefined) return false;
  if (second === undefined) return true;
  return !(first === 0 && second < 0x80) && !(first === 0xff && second >= 0x80);
}

function isBitString(content: Uint8Array): boolean {
  const unused = content[0];
  if (unused === undefined || unused > 7) return false;
  const last = content.at(-1) ?? 0;
  return content.length === 1 ? unused === 0 : (last & ((1 << unused) - 1)) === 0;
}

function isShortestOid(content: Uint8Array): boolean {
  const last = content.at(-1);
  if (last === undefined || last >= 0x80) return false;
  return content.every((octet, index) => octet !== 0x80 || (content[index - 1] ?? 0) >= 0x80);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isUtf8(content: Uint8Array): boolean {
  try {
    utf8.decode(content);
    return true;
  } catch {
    return false;
  }
}

function latin1(content: Uint8Array): string {
  return Buffer.from(content).toString('latin1');
}
