import type { TrustService } from '@sillok/outbound';
import type { AuthorityStatement } from '@sillok/schemas/statements/authority-statement';
import type { ServiceContext } from '@sillok/service-context';
import type { Signer } from '@sillok/signatures';
import type { PreparedStatements } from '@sillok/signing-desk';

/** What the directory needs beside what every service is given. */
export interface DirectoryParts {
  readonly signer: Signer;
  readonly trust: TrustService;
  /** The newest checkpoint of this log (C2SP), if there is one yet. */
  readonly newestCheckpoint: () => string | undefined;
}

export interface DirectoryContext extends ServiceContext, DirectoryParts {
  readonly prepared: PreparedStatements<AuthorityStatement>;
}
