import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { disclosure } from '../../vocabulary/official-document.ts';
import { civilDate, code, id, instant, language, line, objectAddress } from '../../vocabulary/primitives.ts';
import { scanMediaType } from '../../vocabulary/scan.ts';

/** 접수 of a letter on paper. As with any receipt, all that its number and its record need is pinned here. */
export const paperReceived = defineEvent(
  'distribution.PaperReceived.v1',
  z.strictObject({
    documentId: id,
    arrivedOn: civilDate,
    unitId: id,
    unitTaskId: id,
    folderId: id,
    personId: id,
    at: instant,
    register: z.strictObject({ scope: code, year: z.int(), book: code }),
    disclosure,
    language,
    scanAddress: objectAddress,
    scanBytes: z.int().positive(),
    mediaType: scanMediaType,
  }),
  { title: sealedBy('entry', line) },
);

export type PaperReceived = EventOf<typeof paperReceived>;
