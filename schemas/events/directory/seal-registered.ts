import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, code, id, line, sha256 } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

/** An entry of the register of seals (관인대장). `keyId` names the key in the seal's signer, never the key itself. */
export const sealRegistered = defineEvent(
  'directory.SealRegistered.v1',
  authorityAct({
    sealId: id,
    version: z.int().min(1),
    kind: z.enum(['institution', 'office']),
    text: line,
    shape: z.enum(['square', 'round']),
    keyId: z.string(),
    certificateDigest: sha256,
    controlClass: code,
    from: civilDate,
    until: civilDate.optional(),
  }),
);

export type SealRegistered = EventOf<typeof sealRegistered>;
