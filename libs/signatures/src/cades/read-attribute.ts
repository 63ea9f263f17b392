import { SillokError } from '@sillok/kernel';
import { expectEnd, expectSequence, expectSet } from '../der/expect-der.ts';
import { readDer } from '../der/read-der.ts';
import { readOid } from '../der/read-oid.ts';

export interface CmsAttribute {
  readonly type: string;
  readonly values: readonly Uint8Array[];
  readonly bytes: Uint8Array;
}

/** One attribute with at least one value (RFC 5652 §5.3). Throws DER_MALFORMED. */
export function readAttribute(bytes: Uint8Array): CmsAttribute {
  const parts = expectSequence(readDer(bytes), 'an attribute');
  expectEnd(parts, 2, 'an attribute');
  const values = expectSet(parts[1], 'the values of an attribute');
  if (values.length === 0) throw new SillokError('DER_MALFORMED', 'an attribute without value');
  return { type: readOid(parts[0]), values: values.map((one) => one.bytes), bytes };
}
