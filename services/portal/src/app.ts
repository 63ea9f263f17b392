import type { Route } from '@sillok/http-service';
import type { PortalOptions } from './pages/portal-options.ts';
import { archivePageRoute } from './routes/archive-page.ts';
import { chooseLanguageRoute } from './routes/choose-language.ts';
import { codesPageRoute } from './routes/codes-page.ts';
import { frontPageRoute } from './routes/front-page.ts';
import { meRoute } from './routes/me.ts';
import { signInRoute } from './routes/sign-in.ts';
import { signInCallbackRoute } from './routes/sign-in-callback.ts';
import { signOutRoute } from './routes/sign-out.ts';
import { unitPageRoute } from './routes/unit-page.ts';
import { createRelyingParty } from './sign-in/relying-party.ts';

export type { FinishedDocument, FinishedDocuments, OpenArchive, PortalOptions } from './pages/portal-options.ts';
export type { SignInOptions } from './sign-in/relying-party.ts';

/** The pages of one institution and the way in. It owns no stream. */
export function createPortalApp(options: PortalOptions): {
  readonly name: 'portal';
  readonly routes: readonly Route[];
} {
  const relyingParty = createRelyingParty(options.oidc, options.sessions);
  const { openArchive } = options;
  return {
    name: 'portal',
    routes: [
      frontPageRoute(options),
      ...(openArchive === undefined
        ? []
        : [archivePageRoute(options, openArchive), unitPageRoute(options, openArchive)]),
      codesPageRoute(options.institution.name),
      meRoute(options),
      signInRoute(relyingParty),
      signInCallbackRoute(options, relyingParty),
      signOutRoute(options.sessions),
      chooseLanguageRoute(options.institution.languages),
    ],
  };
}
