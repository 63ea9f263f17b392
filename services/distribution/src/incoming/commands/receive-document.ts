import { type Refusal, refuse } from '@sillok/kernel';
import type { DocumentReceived } from '@sillok/schemas/events/distribution/document-received';
import type { IncomingState } from '../state.ts';

export interface ReceiveDocument {
  readonly type: 'ReceiveDocument';
  readonly personId: string;
  readonly folderId: string;
  readonly folder: { readonly open: boolean; readonly unitId: string } | undefined;
  /** Where it will be numbered, by the pack of the day; absent where none is in force. */
  readonly register: DocumentReceived['data']['register'] | undefined;
  readonly at: string;
  readonly title: string;
}

/** All that could make numbering fail is asked here, before; the receipt itself is the act. */
export function receiveDocument(command: ReceiveDocument, state: IncomingState): readonly DocumentReceived[] | Refusal {
  const { personId, folderId, folder, register, at, title } = command;
  if (state.status !== 'in-unit' || state.unitId === undefined) return refuse('receipt-not-open', 'documentId');
  if (folder === undefined || folder.unitId !== state.unitId) return refuse('folder-unknown', 'folderId');
  if (!folder.open) return refuse('folder-closed', 'folderId');
  if (register === undefined) return refuse('policy-not-in-force', 'documentId');
  const { documentId, senderId, dispatchId, senderNumber, effectiveAt } = state.arrived;
  const way = { documentId, senderId, dispatchId, senderNumber, arrivedAt: effectiveAt, unitId: state.unitId };
  const data = { ...way, folderId, personId, at, register };
  return [{ type: 'distribution.DocumentReceived.v1', data, sealed: { title } }];
}
