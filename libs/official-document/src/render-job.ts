import type { FieldPlace } from './paper-model.ts';

/** What a child is asked for. `data` is JSON; it reaches the template as data and is never evaluated. */
export interface RenderJob {
  readonly template: string;
  readonly data: string;
  /** Seconds since 1970, the date inside the file. */
  readonly createdAt: number;
  readonly kind: 'paper' | 'stamps';
}

export interface RenderOutput {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly fields: readonly FieldPlace[];
}

/** A failure says which character has no glyph, or that the template failed; never anything of the text. */
export type RenderOutcome =
  | { readonly done: RenderOutput }
  | { readonly missing: { readonly character: string; readonly count: number } }
  | { readonly failed: 'template' };

/** With the child's resident memory in bytes, by which the pool knows when to replace it. */
export type RenderAnswer = RenderOutcome & { readonly rss: number };
