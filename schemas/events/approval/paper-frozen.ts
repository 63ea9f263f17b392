import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { id, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/** The file that every signer sees, and the manifest of all that it stands for. */
export const paperFrozen = defineEvent(
  'approval.PaperFrozen.v1',
  z.strictObject({
    documentId: id,
    version: z.int().min(1),
    paperAddress: objectAddress,
    paperBytes: z.int().positive(),
    pages: z.int().positive(),
    manifestAddress: objectAddress,
    renderer: z.strictObject({
      name: z.string(),
      version: z.string(),
      templateDigest: sha256,
      fontsDigest: sha256,
    }),
  }),
  { paperDigest: sealedBy('content', sha256), manifestDigest: sealedBy('content', sha256) },
);

export type PaperFrozen = EventOf<typeof paperFrozen>;
