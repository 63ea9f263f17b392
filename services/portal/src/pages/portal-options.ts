import type { Sessions, SignedInPerson } from '@sillok/http-service';
import type { Clock } from '@sillok/kernel';
import type { describedUnit, openUnit } from '@sillok/schemas/api/archive/description';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import type { z } from 'zod';
import type { SignInOptions } from '../sign-in/relying-party.ts';

export interface FinishedDocument {
  readonly number: string;
  readonly title: string;
  /** ISO 8601 calendar date. */
  readonly registeredOn: string;
  readonly href: string;
}

/** Newest first. What `viewer` may not see is left out; `next` is given back as `after`. */
export type FinishedDocuments = (
  after: string | undefined,
  limit: number,
  viewer: SignedInPerson | undefined,
) => Promise<{ readonly items: readonly FinishedDocument[]; readonly next?: string }>;

export type DescribedUnit = z.infer<typeof describedUnit>;
export type OpenUnit = z.infer<typeof openUnit>;
export interface OpenUnits {
  readonly items: readonly DescribedUnit[];
  readonly next?: string;
}
export interface Paging {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What everybody may see of an archives; it knows of nothing else. */
export interface OpenArchive {
  search(words: string, paging: Paging): OpenUnits;
  fonds(paging: Paging): OpenUnits;
  unit(descriptionId: string, paging: Paging): OpenUnit | undefined;
}

export interface PortalOptions {
  readonly institution: { readonly id: string; readonly name: string; readonly languages: readonly Language[] };
  readonly sessions: Sessions;
  /** The machine's clock. */
  readonly clock: Clock;
  readonly oidc: SignInOptions;
  /** The services of the institution that run. */
  readonly services: readonly string[];
  /** What a person is called, as the directory has it. */
  readonly nameOf: (personId: string) => Promise<string | undefined> | string | undefined;
  readonly finishedDocuments: FinishedDocuments;
  /** Of an institution that is an archives. */
  readonly openArchive?: OpenArchive | undefined;
}
