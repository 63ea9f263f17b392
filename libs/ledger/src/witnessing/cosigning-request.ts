import { decodeBase64, encodeBase64, parseCount } from '../base64.ts';
import { checkpointInvalid } from '../invalid.ts';

/** What a log asks of a witness: the body of `add-checkpoint` (c2sp.org/tlog-witness). */
export interface CosigningRequest {
  /** The size of the newest checkpoint that the witness cosigned; 0 before the first. */
  readonly oldSize: number;
  /** From the old size to the size of the checkpoint; empty where the old size is 0. */
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint. */
  readonly note: string;
}

const mostProofLines = 63;

export function formatCosigningRequest({ oldSize, proof, note }: CosigningRequest): string {
  return `${[`old ${oldSize}`, ...proof.map(encodeBase64)].join('\n')}\n\n${note}`;
}

/** Throws LEDGER_CHECKPOINT_INVALID for what is no request. What the note says is not looked at. */
export function parseCosigningRequest(body: string): CosigningRequest {
  const border = body.indexOf('\n\n');
  const [first = '', ...lines] = border < 0 ? [] : body.slice(0, border).split('\n');
  const oldSize = first.startsWith('old ') ? parseCount(first.slice('old '.length)) : undefined;
  if (oldSize === undefined || lines.length > mostProofLines) throw malformed();
  return { oldSize, proof: lines.map(hashIn), note: body.slice(border + 2) };
}

function hashIn(line: string): Uint8Array {
  const hash = decodeBase64(line);
  if (hash?.length !== 32) throw malformed();
  return hash;
}

function malformed(): Error {
  return checkpointInvalid('FORMAT_FAILURE', 'the bytes are no request to cosign');
}
