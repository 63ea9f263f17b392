import type { Renderer } from '@sillok/official-document';
import type { TrustService } from '@sillok/outbound';
import type { Projection } from '@sillok/projections';
import type { StepStatement } from '@sillok/schemas/statements/step-statement';
import type { ServiceContext } from '@sillok/service-context';
import type { Signer } from '@sillok/signatures';
import type { PreparedStatements } from '@sillok/signing-desk';

/** What approval needs beside what every service is given. */
export interface ApprovalParts {
  /** Signs for people who confirm; which keys it holds is the pack's and the installation's business. */
  readonly signer: Signer;
  readonly trust: TrustService;
  readonly renderer: Renderer;
  /** The newest checkpoint of this log (C2SP), if there is one yet. */
  readonly newestCheckpoint: () => string | undefined;
}

export interface ApprovalContext extends ServiceContext, ApprovalParts {
  readonly cases: Projection;
  readonly prepared: PreparedStatements<StepStatement>;
}
