import { arrayBufferOf } from './asn-convert.ts';

/** The content octets of a positive INTEGER for a serial in hex (`0a1b`). */
export function integerOfHex(hex: string): ArrayBuffer {
  const digits = hex.toLowerCase().replace(/^0+(?=.)/, '');
  const octets = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  const first = octets[0] ?? 0;
  return arrayBufferOf(first >= 0x80 ? Buffer.concat([Uint8Array.of(0), octets]) : octets);
}

/** Lower-case hex without the sign octet: `00ff` is `ff`. RFC 5280 forbids negative serials; `ff` alone is `-ff`. */
export function hexOfInteger(content: ArrayBuffer | Uint8Array): string {
  const octets = Buffer.from(content instanceof Uint8Array ? content : new Uint8Array(content));
  const hex = octets.toString('hex').replace(/^00(?=..)/, '');
  return (octets[0] ?? 0) >= 0x80 ? `-${hex}` : hex;
}
