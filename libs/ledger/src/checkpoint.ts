import { decodeBase64, encodeBase64, parseCount } from './base64.ts';
import { checkpointInvalid } from './invalid.ts';

/** What a log says of itself: so many leaves, this root (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** The name of the log. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The text of the note that a log signs. Throws a RangeError for an origin of another line or none. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${encodeBase64(root)}\n`;
  if (isOrigin(origin) && Number.isSafeInteger(size) && size >= 0 && root.length === 32) return text;
  throw new RangeError('no checkpoint can say this');
}

/** Throws LEDGER_CHECKPOINT_INVALID. Extension lines are accepted, as the format demands, and mean nothing here. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const [origin = '', sizeText = '', rootText = '', ...rest] = lines;
  const size = parseCount(sizeText);
  const root = decodeBase64(rootText);
  const isEnded = rest.at(-1) === '' && rest.slice(0, -1).every((line) => line !== '');
  if (isEnded && isOrigin(origin) && size !== undefined && root?.length === 32) return { origin, size, root };
  throw checkpointInvalid('FORMAT_FAILURE', 'the text is no checkpoint');
}

function isOrigin(origin: string): boolean {
  return origin !== '' && !/\p{Cc}/u.test(origin) && origin.isWellFormed();
}
