import { type Refusal, refuse } from '@sillok/kernel';
import type { PaperReceived } from '@sillok/schemas/events/distribution/paper-received';
import type { PaperState } from '../state.ts';

export interface ReceivePaper {
  readonly type: 'ReceivePaper';
  readonly personId: string;
  readonly folderId: string;
  readonly folder: { readonly open: boolean; readonly unitId: string; readonly unitTaskId: string } | undefined;
  /** Where it will be numbered, by the pack of the day; absent where none is in force. */
  readonly register: PaperReceived['data']['register'] | undefined;
  readonly disclosure: PaperReceived['data']['disclosure'];
  /** The statute's grounds that are in force. */
  readonly grounds: readonly string[];
  readonly language: PaperReceived['data']['language'];
  readonly at: string;
  readonly title: string;
}

/** All that could make numbering fail is asked here, before; the receipt itself is the act. */
export function receivePaper(command: ReceivePaper, state: PaperState): readonly PaperReceived[] | Refusal {
  const { personId, folderId, folder, register, disclosure, language, at, title } = command;
  if (state.status !== 'in-unit' || state.unitId === undefined) return refuse('receipt-not-open', 'documentId');
  if (folder === undefined || folder.unitId !== state.unitId) return refuse('folder-unknown', 'folderId');
  if (!folder.open) return refuse('folder-closed', 'folderId');
  if (register === undefined) return refuse('policy-not-in-force', 'documentId');
  const { class: openness, grounds } = disclosure;
  if (openness !== 'open' && grounds.length === 0) return refuse('ground-required', 'grounds');
  const isKnown = grounds.every((ground) => command.grounds.includes(ground));
  if (!isKnown || (openness === 'open' && grounds.length > 0)) return refuse('ground-not-allowed', 'grounds');
  const { documentId, arrivedOn, scanAddress, scanBytes, mediaType } = state.scanned;
  const filed = { unitId: state.unitId, unitTaskId: folder.unitTaskId, folderId, personId, at, register };
  const data = { documentId, arrivedOn, ...filed, disclosure, language, scanAddress, scanBytes, mediaType };
  return [{ type: 'distribution.PaperReceived.v1', data, sealed: { title } }];
}
