import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { civilDate, id, instant, line, objectAddress, sha256 } from '../../vocabulary/primitives.ts';
import { paperOriginal, scanMediaType, scanningProcess } from '../../vocabulary/scan.ts';

/**
 * A letter on paper came in and was scanned by the registry (DEC 29③). Who wrote it is a private person's name: it is
 * sealed under the content's key and dies with the letter. Also the intent to seal the digitisation.
 */
export const paperScanned = defineEvent(
  'distribution.PaperScanned.v1',
  z.strictObject({
    documentId: id,
    /** The day on which the paper came in; that is when it took effect (ADM 18②). */
    arrivedOn: civilDate,
    scannedAt: instant,
    /** Who scanned it. */
    personId: id,
    scanAddress: objectAddress,
    scanBytes: z.int().positive(),
    mediaType: scanMediaType,
    pages: z.int().min(1),
    process: scanningProcess,
    original: paperOriginal,
  }),
  {
    title: sealedBy('entry', line),
    senderName: sealedBy('content', line),
    scanDigest: sealedBy('content', sha256),
  },
);

export type PaperScanned = EventOf<typeof paperScanned>;
