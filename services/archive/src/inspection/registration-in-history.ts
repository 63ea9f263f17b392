import { readHistory, readOpened } from '@sillok/evidence/history';
import { paperRegistered } from '@sillok/schemas/events/records/paper-registered';
import { receiptRegistered } from '@sillok/schemas/events/records/receipt-registered';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { z } from 'zod';

/** How a record was registered, as its own history tells it. */
export interface RegistrationInHistory {
  readonly documentId: string;
  readonly folderId: string;
  readonly display: string;
  /** Absent where its key is gone. */
  readonly title: string | undefined;
}

const types: readonly string[] = [recordRegistered.type, receiptRegistered.type, paperRegistered.type];
// All three say this much.
const registered = z.looseObject({ documentId: z.string(), folderId: z.string(), display: z.string() });

/** Undefined where the history tells of no registration. */
export function registrationInHistory(
  history: Uint8Array,
  opened: Uint8Array | undefined,
): RegistrationInHistory | undefined {
  const lines = readHistory(history) ?? [];
  const event = lines.map(({ envelope }) => envelope).findLast((one) => types.includes(one?.type ?? ''));
  const data = registered.safeParse(event?.data).data;
  if (event === undefined || data === undefined) return undefined;
  const values = opened === undefined ? [] : (readOpened(opened) ?? []);
  const title = values.find((one) => one.event === event.id && one.field === 'title')?.value;
  const { documentId, folderId, display } = data;
  return { documentId, folderId, display, title: typeof title === 'string' ? title : undefined };
}
