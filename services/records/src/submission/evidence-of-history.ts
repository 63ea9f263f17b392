import type { PlannedMetadata } from '@sillok/archival-package';
import { writeHistory, writeOpened } from '@sillok/evidence/history';
import type { LogProofs } from '../context.ts';
import type { History } from './record-history.ts';

/** What proves a history without us: the leaves themselves, what opens them, and that each is in the log. */
export function evidenceOfHistory(
  { events, opened }: History,
  { proofs }: LogProofs,
  createdAt: string,
): readonly PlannedMetadata[] {
  const file = (path: string, mediaType: string, otherType: string, content: () => Uint8Array) =>
    ({ path: `metadata/other/${path}`, mediaType, createdAt, content, metadataType: 'OTHER', otherType }) as const;
  const history = file('history.jsonl', jsonLines, 'SILLOK-HISTORY', () =>
    writeHistory(events.map(({ bytes }) => bytes)),
  );
  // A file without bytes would be a defect, and there is nothing to say.
  const openedFields =
    opened.length === 0 ? [] : [file('opened.jsonl', jsonLines, 'SILLOK-OPENED', () => writeOpened(opened))];
  const proofFiles = events.flatMap(({ envelope }) => {
    const proof = proofs.get(envelope.id);
    if (proof === undefined) return [];
    return [file(`proofs/${envelope.id}.tlog-proof`, 'text/plain', 'C2SP-TLOG-PROOF', () => text(proof))];
  });
  return [history, ...openedFields, ...proofFiles];
}

/** There is no registered type for JSON Lines; each line is JSON and the whole is text. */
const jsonLines = 'text/plain';

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
