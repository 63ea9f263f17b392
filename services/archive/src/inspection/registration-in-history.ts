import { readHistory, readOpened } from '@sillok/evidence/history';
import { disclosureReviewed } from '@sillok/schemas/events/records/disclosure-reviewed';
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
  /** Who may see it, as last reviewed; absent of what came from outside and was never classed. */
  readonly disclosure: string | undefined;
}

const types: readonly string[] = [recordRegistered.type, receiptRegistered.type, paperRegistered.type];
// All three say this much.
const registered = z.looseObject({ documentId: z.string(), folderId: z.string(), display: z.string() });
const classed = z.looseObject({ class: z.string() });
// Our own document says it in its classification, a letter on paper by itself, a review as what it became.
const said = z.looseObject({
  classification: z.looseObject({ disclosure: classed }).optional(),
  disclosure: classed.optional(),
  to: classed.optional(),
});

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
  const reviewed = lines.map(({ envelope }) => envelope).findLast((one) => one?.type === disclosureReviewed.type);
  const { to, disclosure, classification } = said.safeParse((reviewed ?? event).data).data ?? {};
  return {
    documentId,
    folderId,
    display,
    title: typeof title === 'string' ? title : undefined,
    disclosure: (to ?? disclosure ?? classification?.disclosure)?.class,
  };
}
