import type { Effects } from '@sillok/jobs';
import type { Renderer } from '@sillok/official-document';
import type { TrustService } from '@sillok/outbound';
import type { Projection } from '@sillok/projections';
import type { SealSigner } from '@sillok/sealing';
import type { ServiceContext } from '@sillok/service-context';

/** What records needs beside what every service is given. */
export interface RecordsParts {
  readonly renderer: Renderer;
  readonly trust: TrustService;
  readonly sealSigner: SealSigner;
  readonly effects: Effects;
  /** The proof that an event is in the log (C2SP tlog-proof), once the ledger has it. */
  readonly proofOf: (eventId: string) => Promise<string | undefined>;
}

export interface RecordsContext extends ServiceContext, RecordsParts {
  readonly records: Projection;
}
