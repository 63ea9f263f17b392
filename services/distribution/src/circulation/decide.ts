import type { Decider, Folded } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import type { CirculationRead } from '@sillok/schemas/events/distribution/circulation-read';
import type { CirculationStarted } from '@sillok/schemas/events/distribution/circulation-started';
import { type RecordReading, recordReading } from './commands/record-reading.ts';
import { type StartCirculation, startCirculation } from './commands/start-circulation.ts';
import type { CirculationState } from './state.ts';

type CirculationEvent = CirculationStarted | CirculationRead;

export function decide(
  command: StartCirculation | RecordReading,
  state: CirculationState,
): readonly CirculationEvent[] | Refusal {
  return command.type === 'StartCirculation' ? startCirculation(command, state) : recordReading(command, state);
}

export function evolve(state: CirculationState, event: Folded<CirculationEvent>): CirculationState {
  if (event.type === 'distribution.CirculationStarted.v1') {
    return { started: true, readers: event.data.readerIds, read: [] };
  }
  return { ...state, read: [...state.read, event.data.personId] };
}

const initialState: CirculationState = { started: false, readers: [], read: [] };

export const circulationDecider = { initialState, decide, evolve } satisfies Decider<
  StartCirculation | RecordReading,
  CirculationEvent,
  CirculationState
>;

export function circulationStream(documentId: string): string {
  return `circulation-${documentId}`;
}
