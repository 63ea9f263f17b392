import type { Decider, Folded } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import type { OutageRecorded } from '@sillok/schemas/events/distribution/outage-recorded';
import { type RecordOutage, recordOutage } from './commands/record-outage.ts';
import type { OutageState } from './state.ts';

export function decide(command: RecordOutage, state: OutageState): readonly OutageRecorded[] | Refusal {
  return recordOutage(command, state);
}

export const outageDecider = {
  initialState: { isRecorded: false },
  decide,
  evolve: (_state: OutageState, _event: Folded<OutageRecorded>) => ({ isRecorded: true }),
} satisfies Decider<RecordOutage, OutageRecorded, OutageState>;

export function outageStream(outageId: string): string {
  return `outage-${outageId}`;
}
