import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { disclosure } from '../../vocabulary/official-document.ts';
import { civilDate, code, id, instant, language, line, objectAddress } from '../../vocabulary/primitives.ts';
import { scanMediaType } from '../../vocabulary/scan.ts';

/**
 * A scanned letter with its number and folder, in the same register as other receipts. The number is the register's
 * opening number + this event's revision + 1. Its scan is what the record consists of.
 */
export const paperRegistered = defineEvent(
  'records.PaperRegistered.v1',
  z.strictObject({
    documentId: id,
    number: z.int().min(1),
    register: z.strictObject({ scope: code, year: z.int(), book: code }),
    display: z.string(),
    folderId: id,
    unitId: id,
    unitTaskId: id,
    receiptEventId: z.string(),
    receivedAt: instant,
    arrivedOn: civilDate,
    disclosure,
    language,
    scanAddress: objectAddress,
    scanBytes: z.int().positive(),
    mediaType: scanMediaType,
  }),
  { title: sealedBy('entry', line) },
);

export type PaperRegistered = EventOf<typeof paperRegistered>;
