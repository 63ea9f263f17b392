export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * One byte string for one value (RFC 8785, JSON Canonicalization Scheme): keys in UTF-16 order, ECMAScript
 * numbers, no white space. Members that are `undefined` are left out, as in JSON.
 * Throws a RangeError for what JSON cannot carry: NaN, infinities, lone surrogates (RFC 8785 §3.2.2.2, I-JSON), and
 * whatever a cast let through: holes in lists, bigints, functions, dates and other objects with a class.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (isArray(value)) return `[${Array.from(value, (one) => canonicalJson(one)).join(',')}]`;
  if (!isPlainObject(value)) throw new RangeError(`JSON has no ${typeof value} of this kind`);
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${canonicalString(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

/** The same as UTF-8 bytes. */
export function canonicalBytes(value: Json): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('JSON has no NaN and no infinity');
  return Object.is(value, -0) ? '0' : String(value);
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('JSON text must not hold a lone surrogate');
  return JSON.stringify(value);
}

// Array.isArray does not narrow readonly arrays.
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

// Object.keys finds nothing in a bigint, a function or a date: they would silently become `{}`.
function isPlainObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
