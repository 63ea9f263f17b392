import { createHash } from 'node:crypto';
import { type Anchors, type SignedStatement, verifyAcknowledgements, verifyExchange } from '@sillok/evidence/verifying';
import type { ContainerFile } from '@sillok/exchange-container';
import { about, asked, type Question } from '@sillok/kernel';
import { acknowledged } from '@sillok/schemas/events/distribution/acknowledged';
import { documentDispatched } from '@sillok/schemas/events/distribution/document-dispatched';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';

export interface ExchangeToVerify {
  /** Everything of the folder, by its path. */
  readonly named: readonly ContainerFile[];
  readonly envelopes: readonly (Envelope | undefined)[];
  readonly documentId: string | undefined;
}

/** What left the institution and what was said of it: each by itself, and that the log tells the same. */
export async function exchangeQuestions(
  { named, envelopes, documentId }: ExchangeToVerify,
  anchors: Anchors,
): Promise<readonly Question[]> {
  const container = named.find(({ name }) => name === 'exchange.asice')?.bytes;
  const said = acknowledgementsIn(named);
  const verdict = container === undefined ? undefined : await verifyExchange(container, anchors);
  const log = envelopes.flatMap((one) => one ?? []);
  const isSent = log.some(
    ({ type, data }) =>
      type === documentDispatched.type &&
      data['messageDigest'] === verdict?.messageDigest &&
      data['documentId'] === verdict?.message?.documentId,
  );
  const isOurs = verdict?.message?.documentId === documentId;
  return [
    ...(verdict === undefined
      ? []
      : about('exchange.asice', [
          ...verdict.questions,
          asked('of this document', isOurs, reason, 'it carries another document'),
          asked('in the log', isSent, reason, 'the log does not tell of this message'),
        ])),
    ...verifyAcknowledgements(said, verdict?.messageDigest, anchors),
    ...said.map(({ name, bytes }) =>
      asked(`${name}: in the log`, isHeard(log, bytes), reason, 'the log does not tell of it'),
    ),
  ];
}

const reason = 'SIG_CONSTRAINTS_FAILURE';

/** In the order of their names; one without a signature has an empty one. */
function acknowledgementsIn(named: readonly ContainerFile[]): readonly SignedStatement[] {
  return named
    .filter(({ name }) => /^acknowledgements\/[^/]+\.json$/.test(name))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, bytes }) => ({
      name,
      bytes,
      signature: named.find((one) => one.name === name.replace(/json$/, 'p7s'))?.bytes ?? new Uint8Array(),
    }));
}

function isHeard(log: readonly Envelope[], bytes: Uint8Array): boolean {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return log.some(({ data }) => acknowledged.loose().safeParse(data).data?.acknowledgementDigest === digest);
}
