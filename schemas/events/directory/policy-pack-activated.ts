import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, code, sha256 } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

/** From this day on the institution decides by this pack; the digest says which edition was meant. */
export const policyPackActivated = defineEvent(
  'directory.PolicyPackActivated.v1',
  authorityAct({ institutionId: code, pack: code, digest: sha256, from: civilDate }),
);

export type PolicyPackActivated = EventOf<typeof policyPackActivated>;
