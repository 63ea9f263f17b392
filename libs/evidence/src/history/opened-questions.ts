import { canonicalJson, failed, hasCode, type Question } from '@sillok/kernel';
import { openWithFieldKey } from '@sillok/key-vault';
import { fieldContextOf } from './field-context.ts';
import { type Deviation, type HistoryEvent, noDeviation } from './history-event.ts';
import { type OpenedField, readOpened } from './opened-fields.ts';

/** Whether each opened value is the one that lies sealed in its event: the leaf of the log covers the ciphertext. */
export function openedQuestions(events: readonly HistoryEvent[], bytes: Uint8Array | undefined): readonly Question[] {
  if (bytes === undefined) return [];
  const opened = readOpened(bytes);
  if (opened === undefined) return [failed('opened values', 'FORMAT_FAILURE', 'a line has not the form of one')];
  const byId = new Map(events.map((one) => [one.envelope.id, one]));
  const deviations = opened.flatMap((one, index) => deviationOf(one, index, byId.get(one.event)));
  return noDeviation('opened values', 'HASH_FAILURE', deviations);
}

function deviationOf(said: OpenedField, index: number, event: HistoryEvent | undefined): readonly Deviation[] {
  const why = whyOther(said, event);
  if (why === undefined) return [];
  const place = event === undefined ? '' : ` at line ${event.place}`;
  return [{ at: `line ${index + 1}`, detail: `${said.field} of event ${said.event}${place}: ${why}` }];
}

function whyOther({ field, value, key }: OpenedField, event: HistoryEvent | undefined): string | undefined {
  if (event === undefined) return 'the event is not in the history';
  const sealed = event.envelope.sealed?.[field];
  if (sealed === undefined) return 'nothing is sealed there';
  try {
    const fieldKey = Buffer.from(key, 'hex');
    const found = openWithFieldKey({ fieldKey, context: fieldContextOf(event.envelope, field), sealed });
    return canonicalJson(found) === canonicalJson(value) ? undefined : 'another value is sealed there';
  } catch (error) {
    if (hasCode(error, 'SEALED_VALUE_DAMAGED')) return 'the key does not open what is sealed there';
    throw error;
  }
}
