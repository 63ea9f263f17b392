import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { code, id, sha256 } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

/** The certificate (base64 DER) names a person, so it is sealed; its digest is what statements refer to. */
export const signingKeyEnrolled = defineEvent(
  'directory.SigningKeyEnrolled.v1',
  authorityAct({
    enrolmentId: id,
    personId: id,
    keyId: z.string(),
    certificateDigest: sha256,
    controlClass: code,
  }),
  { certificate: sealedBy('person', z.string()) },
);

export type SigningKeyEnrolled = EventOf<typeof signingKeyEnrolled>;
