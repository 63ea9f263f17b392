import { type Refusal, refuse } from '@sillok/kernel';
import type { CirculationStarted } from '@sillok/schemas/events/distribution/circulation-started';
import type { CirculationState } from '../state.ts';

export interface StartCirculation {
  readonly type: 'StartCirculation';
  readonly documentId: string;
  readonly personId: string;
  readonly readerIds: readonly string[];
  readonly isReceived: boolean;
  readonly unknownReader: string | undefined;
}

export function startCirculation(
  command: StartCirculation,
  state: CirculationState,
): readonly CirculationStarted[] | Refusal {
  const { documentId, personId, readerIds } = command;
  if (!command.isReceived) return refuse('receipt-not-open', 'documentId');
  if (state.started) return refuse('already-exists', 'documentId');
  if (command.unknownReader !== undefined) return refuse('person-unknown', 'readerIds');
  const data = { documentId, personId, readerIds: [...new Set(readerIds)] };
  return [{ type: 'distribution.CirculationStarted.v1', data }];
}
