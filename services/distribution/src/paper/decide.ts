import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import { type DistributePaper, distributePaper } from './commands/distribute-paper.ts';
import { type ReceivePaper, receivePaper } from './commands/receive-paper.ts';
import { type ScanPaper, scanPaper } from './commands/scan-paper.ts';
import { type SealPaper, sealPaper } from './commands/seal-paper.ts';
import type { PaperEvent } from './paper-event.ts';
import { evolve, initialState, type PaperState } from './state.ts';

export type PaperCommand = ScanPaper | SealPaper | DistributePaper | ReceivePaper;

export function decide(command: PaperCommand, state: PaperState): readonly PaperEvent[] | Refusal {
  switch (command.type) {
    case 'ScanPaper':
      return scanPaper(command, state);
    case 'SealPaper':
      return sealPaper(command, state);
    case 'DistributePaper':
      return distributePaper(command, state);
    case 'ReceivePaper':
      return receivePaper(command, state);
  }
}

export const paperDecider = { initialState, decide, evolve } satisfies Decider<PaperCommand, PaperEvent, PaperState>;

export function paperStream(documentId: string): string {
  return `paper-${documentId}`;
}
