import { byOctets } from './octet-order.ts';

/** Writes DER (ITU-T X.690 §10): each function answers one complete value. */
export function derValue(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents);
  return Buffer.concat([Uint8Array.of(tag), lengthOctets(content.length), content]);
}

export function sequence(...children: readonly Uint8Array[]): Uint8Array {
  return derValue(0x30, ...children);
}

export function setOf(children: readonly Uint8Array[]): Uint8Array {
  return derValue(0x31, ...[...children].sort(byOctets));
}

/** Context tag, constructed: EXPLICIT around one value, IMPLICIT in place of a sequence or set. */
export function context(number: number, ...children: readonly Uint8Array[]): Uint8Array {
  return derValue(0xa0 + number, ...children);
}

export function octetString(content: Uint8Array): Uint8Array {
  return derValue(0x04, content);
}

export function smallInteger(value: number): Uint8Array {
  return derValue(0x02, Uint8Array.of(value));
}

export const derNull: Uint8Array = Uint8Array.of(0x05, 0x00);

export function objectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return derValue(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const octets = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) octets.unshift((left % 128) + 128);
  return octets;
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) octets.unshift(left % 256);
  return Uint8Array.from([0x80 + octets.length, ...octets]);
}
