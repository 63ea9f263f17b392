import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { authorityBasis, lineStep } from '../../vocabulary/line.ts';
import { attachmentReference, classification } from '../../vocabulary/official-document.ts';
import { id, line, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/** 상신: what is proposed, to whom, under which law. From here on the document is a case of `approval`. */
export const draftSubmitted = defineEvent(
  'drafting.DraftSubmitted.v1',
  z.strictObject({
    documentId: id,
    drafterId: id,
    unitId: id,
    redraftOf: id.optional(),
    classification,
    textAddress: objectAddress,
    attachments: z.array(attachmentReference).max(100),
    /** Whether the document leaves the institution; internal approval (내부결재) does not. */
    outgoing: z.boolean(),
    line: z.array(lineStep).min(1).max(20),
    basis: authorityBasis,
    packDigest: sha256,
  }),
  { title: sealedBy('entry', line) },
);

export type DraftSubmitted = EventOf<typeof draftSubmitted>;
