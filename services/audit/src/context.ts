import type { Sequencer } from '@sillok/ledger';
import type { Projection } from '@sillok/projections';
import type { ServiceContext } from '@sillok/service-context';

export interface AuditParts {
  readonly sequencer: Sequencer;
  /** Whom a witness should believe about this log (C2SP note verifier key). */
  readonly verifierKey: string;
}

export interface AuditContext extends ServiceContext, AuditParts {
  readonly commands: Projection;
}
