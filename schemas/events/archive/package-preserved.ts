import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { disclosure } from '../../vocabulary/official-document.ts';
import { code, id, sha256 } from '../../vocabulary/primitives.ts';
import { mostItems } from '../../vocabulary/transferred-items.ts';

/** An archival package (E-ARK AIP) is made, checked, signed over its root METS and lies in the archival store, unencrypted; `packageFile` is its name there. */
export const packagePreserved = defineEvent(
  'archive.PackagePreserved.v1',
  z.strictObject({
    packageId: id,
    transferId: id,
    senderId: code,
    accession: z.string().max(100),
    edition: z.int().min(1),
    packageFile: z.string().max(200),
    packageBytes: z.int().positive(),
    packageDigest: sha256,
    metsDigest: sha256,
    items: z
      .array(z.strictObject({ documentId: id, disclosure }))
      .min(1)
      .max(mostItems),
  }),
);

export type PackagePreserved = EventOf<typeof packagePreserved>;
