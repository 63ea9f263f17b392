import type { StepDecision } from '@sillok/schemas/statements/step-statement';
import type { Classification, Disclosure, DocumentText, DraftText } from '@sillok/schemas/vocabulary/official-document';

/** What befalls a document at a step beside its person signing without a word. */
export interface SeedStep {
  readonly step: number;
  /** Who acts in an absent person's place. */
  readonly by?: string;
  /** Whole members that replace those of the text before the signature. */
  readonly edit?: DraftText;
  readonly decision?: Exclude<StepDecision, 'submitted'>;
  readonly opinion?: string;
}

/**
 * How far a document comes: `submitted` has its paper and no signature yet, `returned` ends at the step that its story
 * names, the others are as the words say.
 */
export type SeedState = 'drafting' | 'discarded' | 'submitted' | 'in-review' | 'withdrawn' | 'returned' | 'registered';

/** How far a registered document comes with another institution; `prepared` has not left its own. */
export interface SeedExchange {
  readonly to: string;
  readonly until: 'prepared' | 'arrived' | 'in-unit' | 'received' | 'returned';
  /** The formal ground on which it is `returned`. */
  readonly ground?: string;
}

/** A document that the country has from the beginning, with everything that people do to it. */
export interface Seed {
  readonly key: string;
  readonly institution: string;
  readonly unit: string;
  readonly drafter: string;
  /** When its drafter begins, RFC 3339 in UTC, in the working hours of the institution. */
  readonly at: string;
  /** The key of the returned document that it is a new attempt at. */
  readonly redraftOf?: string;
  readonly classification: Omit<Classification, 'folderId'>;
  readonly text: DocumentText;
  readonly story?: readonly SeedStep[];
  readonly until: SeedState;
  /** With `in-review`: the step that has not signed. */
  readonly stopBefore?: number;
  readonly exchange?: SeedExchange;
  /** Another folder of the unit task than that of the year, which its officer closes after the last document. */
  readonly folder?: {
    readonly key: string;
    readonly title: string;
    readonly isLast?: boolean;
    /** Goes to the archives once it is closed, long before its time: so they agreed. */
    readonly agreement?: string;
  };
}

/** A letter that somebody wrote on paper, with everything that people do to it. */
export interface PaperSeed {
  readonly key: string;
  readonly institution: string;
  readonly unitTaskId: string;
  readonly at: string;
  readonly paper: {
    readonly title: string;
    readonly senderName: string;
    readonly arrivedOn: string;
    readonly location: string;
    readonly resolution: number;
    readonly colour: 'bitonal' | 'greyscale' | 'colour';
    readonly device: string;
    readonly software: string;
  };
  /** A file beside the seeds. */
  readonly scan: URL;
  readonly disclosure: Disclosure;
  readonly until: 'in-registry' | 'in-unit' | 'received';
}
