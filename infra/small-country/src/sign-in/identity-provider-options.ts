import type { DemoInstitution, DemoPerson } from '../demo-person.ts';

export interface ProviderClient {
  readonly institution: DemoInstitution;
  readonly secret: string;
  /** `http://<institution>.localhost:PORT/sign-in/callback`. */
  readonly redirectUri: string;
}

export interface IdentityProviderOptions {
  /** `http://id.localhost:PORT`. */
  readonly issuer: string;
  readonly clients: readonly ProviderClient[];
  readonly people: readonly DemoPerson[];
  /** Where the keys persist; all else is forgotten when the process ends. */
  readonly keysFolder: string;
}
