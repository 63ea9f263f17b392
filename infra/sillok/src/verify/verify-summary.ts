import { createHash } from 'node:crypto';
import { strictText } from '@sillok/evidence/verifying';
import { asked, failed, passed, type Question } from '@sillok/kernel';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { z } from 'zod';

const summaryFile = z.strictObject({
  steps: z.array(z.strictObject({ name: z.string(), event: z.string(), at: z.string() })),
  document: z.strictObject({ number: z.string(), sha256: z.string() }),
  valid: z.boolean(),
});

type Summary = z.infer<typeof summaryFile>;

export interface Summarised {
  readonly envelopes: readonly (Envelope | undefined)[];
  readonly pdf: Uint8Array | undefined;
  /** As it stands in the document. */
  readonly number: string | undefined;
}

/** `summary.json` is signed by nobody: whatever it says must be what the other artifacts show. */
export function verifySummary(bytes: Uint8Array, shown: Summarised): readonly Question[] {
  const summary = readSummary(bytes);
  if (summary === undefined) return [failed('form', 'FORMAT_FAILURE', 'the bytes are no summary of our form')];
  const { steps, document, valid } = summary;
  const events = new Map(shown.envelopes.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const])));
  const other = steps.findIndex(({ name, event, at }) => {
    const envelope = events.get(event);
    return envelope?.recordedAt !== at || envelope.type.split('.')[1] !== name;
  });
  const digest = createHash('sha256')
    .update(shown.pdf ?? '')
    .digest('hex');
  return [
    passed('form'),
    asked('steps', other < 0 && steps.length > 0, reason, `step ${other + 1} is not in the log`),
    asked('number', document.number === shown.number, reason, 'the document has another number'),
    asked('digest', document.sha256 === digest, 'HASH_FAILURE', 'the document is another'),
    asked('valid', valid, reason, 'it says itself that something does not verify'),
  ];
}

const reason = 'SIG_CONSTRAINTS_FAILURE';

function readSummary(bytes: Uint8Array): Summary | undefined {
  const text = strictText(bytes);
  if (text === undefined) return undefined;
  try {
    const { steps, document, valid } = summaryFile.parse(JSON.parse(text));
    const only = {
      steps: steps.map(({ name, event, at }) => ({ name, event, at })),
      document: { number: document.number, sha256: document.sha256 },
      valid,
    };
    return `${JSON.stringify(only, null, 2)}\n` === text ? only : undefined;
  } catch {
    return undefined;
  }
}
