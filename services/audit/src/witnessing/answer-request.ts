import { plainText } from '@sillok/http-service';
import type { WitnessAnswer } from '@sillok/ledger';
import type { AuditContext } from '../context.ts';

/** What c2sp.org/tlog-witness has a witness say to the body of `add-checkpoint`, which may be anything. */
export async function answerRequest(context: Pick<AuditContext, 'witness' | 'onAlarm'>, bytes: Uint8Array) {
  const body = textIn(bytes);
  const answer: WitnessAnswer = body === undefined ? { kind: 'malformed' } : await context.witness.addCheckpoint(body);
  const isSuspect = answer.kind === 'wrong-proof' || (answer.kind === 'conflict' && answer.isFork);
  // Its own key signed what does not follow from what it signed before, or somebody brought a wrong proof of it.
  if (isSuspect) {
    context.onAlarm({ where: 'witness', message: `${answer.origin} does not continue what was vouched for` });
  }
  return said(answer);
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function said(answer: WitnessAnswer) {
  switch (answer.kind) {
    case 'cosigned':
      return plainText(answer.lines);
    case 'malformed':
      return plainText('the body is no request to cosign a checkpoint\n', 400);
    case 'old-beyond-new':
      return plainText('the old size is greater than the new one\n', 400);
    case 'not-signed':
      return plainText('no known key of the log signed the checkpoint\n', 403);
    case 'unknown-log':
      return plainText('this witness does not know the log\n', 404);
    case 'conflict':
      return plainText(`${answer.seenSize}\n`, 409, 'text/x.tlog.size');
    case 'wrong-proof':
      return plainText('the proof does not show that the log only grew\n', 422);
  }
}
