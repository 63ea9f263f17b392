import type { Language } from '@sillok/schemas/vocabulary/primitives';
import type { Logger } from './logger.ts';
import type { Route } from './route.ts';
import type { Sessions } from './sessions.ts';

export interface InstitutionAppOptions {
  readonly institution: { readonly id: string; readonly name: string; readonly languages: readonly Language[] };
  readonly routes: readonly Route[];
  readonly sessions: Sessions;
  /** The roles a person holds now; asked once a request, only where somebody is signed in. */
  readonly rolesOf?: (personId: string) => readonly string[] | Promise<readonly string[]>;
  readonly logger: Logger;
  readonly limits?: { readonly jsonBytes?: number; readonly handlerMilliseconds?: number };
  /** Names under which the institution answers; by default `<id>.localhost`. */
  readonly hosts?: readonly string[];
}
