import type { PremisEventType } from './premis-event-types.ts';
import type { PremisEvent } from './premis-model.ts';

/** How an event of ours is told in PREMIS; `fields` of its open data stand behind the sentence. */
export interface Telling {
  readonly type: PremisEventType;
  readonly sentence: string;
  readonly fields: readonly string[];
  readonly outcome: NonNullable<PremisEvent['outcome']>;
}

/** Why PREMIS says nothing of an event; the history that lies beside it has all of them. */
export interface NotTold {
  readonly notTold: string;
}

export function told(type: PremisEventType, sentence: string, ...fields: readonly string[]): Telling {
  return { type, sentence, fields, outcome: 'success' };
}

export function failed(type: PremisEventType, sentence: string, ...fields: readonly string[]): Telling {
  return { type, sentence, fields, outcome: 'fail' };
}

export function notTold(reason: string): NotTold {
  return { notTold: reason };
}
