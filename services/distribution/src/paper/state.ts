import type { Folded } from '@sillok/decider';
import type { PaperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import type { PaperEvent } from './paper-event.ts';

export type PaperState = { readonly status: 'none' } | PaperInHand;

export interface PaperInHand {
  readonly status: 'in-registry' | 'in-unit' | 'received';
  readonly scanned: PaperScanned['data'];
  readonly unitId: string | undefined;
  readonly isSealed: boolean;
}

export const initialState: PaperState = { status: 'none' };

export function evolve(state: PaperState, event: Folded<PaperEvent>): PaperState {
  if (event.type === 'distribution.PaperScanned.v1') {
    return { status: 'in-registry', scanned: event.data, unitId: undefined, isSealed: false };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'distribution.PaperSealed.v1':
      return { ...state, isSealed: true };
    case 'distribution.PaperDistributed.v1':
      return { ...state, status: 'in-unit', unitId: event.data.unitId };
    case 'distribution.PaperReceived.v1':
      return { ...state, status: 'received' };
  }
}
