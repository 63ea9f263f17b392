import type { CosignatureFile, Sequencer, Witness } from '@sillok/ledger';
import type { Projection } from '@sillok/projections';
import type { ServiceContext } from '@sillok/service-context';
import type { Neighbour } from './witnessing/neighbour.ts';

export interface AuditParts {
  readonly sequencer: Sequencer;
  /** Whom a witness should believe about this log (C2SP note verifier key). */
  readonly verifierKey: string;
  /** This institution as a witness of the logs of others. */
  readonly witness: Witness;
  /** What the others said of this log. */
  readonly cosignatures: CosignatureFile;
  readonly neighbours: readonly Neighbour[];
  /** Reaches the other institutions. */
  readonly fetch: typeof fetch;
}

export interface AuditContext extends ServiceContext, AuditParts {
  readonly commands: Projection;
}
