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
  23: (content) => isInstant(`20${latin1(content)}`, /^\d{14}Z$/),
  24: (content) => isInstant(latin1(content), /^\d{14}(\.\d*[1-9])?Z$/),
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

// A day that no calendar has would be read as another day. For UTCTime 20YY leaps in the same years as 19YY.
function isInstant(text: string, form: RegExp): boolean {
  const [year, month, day, hour, minute, second] = text.match(/^\d{4}|\d{2}/g) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const date = new Date(iso);
  return form.test(text) && !Number.isNaN(date.getTime()) && date.toISOString() === iso;
}

function latin1(content: Uint8Array): string {
  return Buffer.from(content).toString('latin1');
}
