import { SillokError } from '@sillok/kernel';
import { sameOctets } from '../der/octet-order.ts';
import { oid } from '../der/oids.ts';
import { readDer } from '../der/read-der.ts';
import { derValue } from '../der/write-der.ts';
import { encodeAttribute } from './signed-data.ts';

/**
 * signing-time (RFC 5652 §11.3; EN 319 122-1 §5.2.1) of an instant, cut to its second: UTCTime for 1950 to 2049,
 * GeneralizedTime for all other years. Throws UNEXPECTED for what is no instant of the years 0000 to 9999.
 */
export function signingTimeAttribute(instant: string): Uint8Array {
  const value = encodeSigningTime(instant);
  if (value === undefined) throw new SillokError('UNEXPECTED', 'a claimed time that is no instant');
  return encodeAttribute(oid.signingTime, value);
}

/** The instant that the value of the attribute claims; `undefined` where it is not written as we would write it. */
export function readSigningTime(value: Uint8Array): string | undefined {
  const { tag, content } = readDer(value);
  const text = Buffer.from(content).toString('latin1');
  const full = tag === 0x17 ? `${text.slice(0, 2) < '50' ? '20' : '19'}${text}` : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full)?.slice(1);
  if (parts === undefined) return undefined;
  const instant = `${parts.slice(0, 3).join('-')}T${parts.slice(3).join(':')}.000Z`;
  const canonical = encodeSigningTime(instant);
  return canonical !== undefined && sameOctets(canonical, value) ? instant : undefined;
}

function encodeSigningTime(instant: string): Uint8Array | undefined {
  const milliseconds = Date.parse(instant);
  const iso = Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
  if (iso.length !== 24) return undefined;
  const digits = iso.slice(0, 19).replace(/[-T:]/g, '');
  const short = digits >= '1950' && digits < '2050';
  return derValue(short ? 0x17 : 0x18, Buffer.from(`${short ? digits.slice(2) : digits}Z`, 'latin1'));
}
