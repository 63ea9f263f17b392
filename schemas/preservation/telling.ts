import type { PremisEventType } from './premis-event-types.ts';

/** How an event of ours is told in PREMIS; `fields` of its open data stand behind the sentence. */
export interface Telling {
  readonly type: PremisEventType;
  readonly sentence: string;
  readonly fields: readonly string[];
  /** `as its items`: it failed if one of its `items` is `blocking`. */
  readonly outcome: 'success' | 'fail' | 'as its items';
}

/** Why PREMIS says nothing of an event; the history that lies beside it has all of them. */
export interface NotTold {
  readonly notTold: string;
}

export type Tellings = Readonly<Record<string, Telling | NotTold | undefined>>;

export function told(type: PremisEventType, sentence: string, ...fields: readonly string[]): Telling {
  return { type, sentence, fields, outcome: 'success' };
}

export function failed(type: PremisEventType, sentence: string, ...fields: readonly string[]): Telling {
  return { type, sentence, fields, outcome: 'fail' };
}

export function toldByItems(type: PremisEventType, sentence: string): Telling {
  return { type, sentence, fields: [], outcome: 'as its items' };
}

export function notTold(reason: string): NotTold {
  return { notTold: reason };
}
