import { type Digitisation, digitisation } from '@sillok/schemas/statements/digitisation';
import { canonicalOnly } from './read-exchange.ts';

/** The digitisation statement of a scanned letter, if the bytes are exactly its canonical form. */
export function readDigitisation(bytes: Uint8Array): Digitisation | undefined {
  return canonicalOnly(bytes, (value) => digitisation.safeParse(value).data);
}
