import { type Refusal, refuse } from '@sillok/kernel';
import type { OutageRecorded } from '@sillok/schemas/events/distribution/outage-recorded';
import type { OutageState } from '../state.ts';

export interface RecordOutage {
  readonly type: 'RecordOutage';
  readonly outage: OutageRecorded['data'];
  readonly now: string;
}

/** From before until after, and over by now: nobody's deadline depends on a forecast. */
export function recordOutage({ outage, now }: RecordOutage, state: OutageState): readonly OutageRecorded[] | Refusal {
  if (state.isRecorded) return refuse('already-exists', 'outageId');
  if (outage.until <= outage.from) return refuse('input-invalid', 'until', { rule: 'after the beginning' });
  if (outage.until > now) return refuse('input-invalid', 'until', { rule: 'no time that is yet to come' });
  return [{ type: 'distribution.OutageRecorded.v1', data: outage }];
}
