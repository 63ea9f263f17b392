import { canonicalBytes, SillokError } from '@sillok/kernel';
import type { ObjectAddress } from '../object-store.ts';
import { noTerms, type Terms } from '../terms.ts';

export function formatTerms(terms: Terms): Uint8Array {
  return canonicalBytes({ held: terms.held, until: terms.until });
}

/** Without a file there are no terms. A file that cannot be read forbids everything: it throws OBJECT_DAMAGED. */
export function parseTerms(bytes: Uint8Array | undefined, address: ObjectAddress): Terms {
  if (bytes === undefined) return noTerms;
  const terms = readTerms(new TextDecoder().decode(bytes));
  if (terms !== undefined) return terms;
  throw new SillokError('OBJECT_DAMAGED', `the terms of object ${address} cannot be read`, { details: { address } });
}

function readTerms(text: string): Terms | undefined {
  const found = /^\{"held":(true|false)(?:,"until":"(\d{4}-\d{2}-\d{2})")?\}$/.exec(text);
  if (found === null) return undefined;
  const until = found[2];
  return { held: found[1] === 'true', ...(until === undefined ? {} : { until }) };
}
