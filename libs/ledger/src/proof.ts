import { decodeBase64, encodeBase64, parseCount } from './base64.ts';
import { proofInvalid } from './invalid.ts';
import { type OpenedCheckpoint, openCheckpoint } from './signed-checkpoint.ts';
import { verifyInclusion } from './verify-tree.ts';

/** That a leaf is in a log, in one file that needs no network (c2sp.org/tlog-proof). */
export interface LogProof {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  /** The signed note, as the log gave it. */
  readonly checkpoint: string;
  /** For the application only: nothing vouches for it. */
  readonly extra?: Uint8Array;
}

const version = 'c2sp.org/tlog-proof@v1';

export function formatProof({ index, hashes, checkpoint, extra }: LogProof): string {
  const extraLine = extra === undefined ? [] : [`extra ${encodeBase64(extra)}`];
  return [version, ...extraLine, `index ${index}`, ...hashes.map(encodeBase64), '', checkpoint].join('\n');
}

/** Parses, and judges nothing but the form. Throws LEDGER_PROOF_INVALID. */
export function parseProof(text: string): LogProof {
  const border = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(0, border)).split('\n');
  if (first !== version) throw proofInvalid(`the text does not begin with ${version}`);
  const extra = lines[0]?.startsWith('extra ') ? decodeBase64(lines[0].slice('extra '.length)) : undefined;
  const [indexLine = '', ...hashLines] = extra === undefined ? lines : lines.slice(1);
  const index = indexLine.startsWith('index ') ? parseCount(indexLine.slice('index '.length)) : undefined;
  if (index === undefined) throw proofInvalid('the proof has no index');
  const hashes = hashLines.map(parseHash);
  if (hashes.length > deepestTree) throw proofInvalid('no tree is so deep');
  return { index, hashes, checkpoint: text.slice(border + 2), ...(extra === undefined ? {} : { extra }) };
}

export interface ProofClaim {
  readonly proof: string;
  readonly leafHash: Uint8Array;
  readonly verifierKeys: readonly string[];
  readonly origin?: string;
}

/** Throws LEDGER_PROOF_INVALID or LEDGER_CHECKPOINT_INVALID unless the proof holds under keys from outside. */
export function openProof(claim: ProofClaim): { readonly index: number; readonly checkpoint: OpenedCheckpoint } {
  const { index, hashes, checkpoint: note } = parseProof(claim.proof);
  const checkpoint = openCheckpoint(note, claim.verifierKeys, claim.origin);
  const { size, root } = checkpoint;
  if (verifyInclusion({ leafHash: claim.leafHash, index, size, proof: hashes, root })) return { index, checkpoint };
  throw proofInvalid(`the leaf is not at ${index} of ${checkpoint.origin}`);
}

const deepestTree = 63;

function parseHash(line: string): Uint8Array {
  const hash = decodeBase64(line);
  if (hash?.length === 32) return hash;
  throw proofInvalid('a line of the proof is no hash');
}
