import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { documentArrived } from '@sillok/schemas/events/distribution/document-arrived';
import { paperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import { paperRegistered } from '@sillok/schemas/events/records/paper-registered';
import { receiptRegistered } from '@sillok/schemas/events/records/receipt-registered';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import type { ItemToDescribe } from './describing.ts';
import { lastOfType } from './events-of-type.ts';
import { openedText } from './opened-values.ts';

/** How a record came to be one: its kind, its number and its place. */
export interface Registration {
  readonly type: 'produced' | 'received' | 'scanned';
  readonly envelope: Envelope;
  readonly title: string | undefined;
  readonly display: string;
  readonly number: number;
  /** `scope/year/book` */
  readonly register: string;
  readonly folderId: string;
  readonly unitId: string;
  /** When the document came into being, or took effect here: an instant, or the day of a letter on paper. */
  readonly createdAt: string;
}

const kinds = [
  { type: 'produced', definition: recordRegistered },
  { type: 'received', definition: receiptRegistered },
  { type: 'scanned', definition: paperRegistered },
] as const;

/** Undefined of what was never registered. */
export function registrationOf({ history }: Pick<ItemToDescribe, 'history'>): Registration | undefined {
  for (const { type, definition } of kinds) {
    const registered = lastOfType<typeof definition.data>(history.events, definition);
    if (registered === undefined) continue;
    const { envelope, data } = registered;
    const { display, number, register, folderId, unitId } = data;
    const { scope, year, book } = register;
    return {
      type,
      envelope,
      title: openedText(history, envelope, 'title'),
      display,
      number,
      register: `${scope}/${year}/${book}`,
      folderId,
      unitId,
      createdAt: creationOf(history) ?? envelope.recordedAt,
    };
  }
  return undefined;
}

function creationOf({ events }: ItemToDescribe['history']): string | undefined {
  return (
    lastOfType(events, documentEstablished)?.data.at ??
    lastOfType(events, documentArrived)?.data.effectiveAt ??
    lastOfType(events, paperScanned)?.data.arrivedOn
  );
}
