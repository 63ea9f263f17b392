import type { Effects } from '@sillok/jobs';
import type { PackageStore } from '@sillok/object-store';
import type { AddressBook, ExchangeClient, TrustService } from '@sillok/outbound';
import type { Projection } from '@sillok/projections';
import type { SealSigner } from '@sillok/sealing';
import type { ServiceContext } from '@sillok/service-context';

/** What the archives need beside what every service is given. */
export interface ArchiveParts {
  readonly trust: TrustService;
  readonly sealSigner: SealSigner;
  readonly effects: Effects;
  readonly addressBook: AddressBook;
  readonly exchange: ExchangeClient;
  /** The newest checkpoint of this log (C2SP), if there is one yet. */
  readonly newestCheckpoint: () => string | undefined;
  /** The proof that an event is in the log (C2SP tlog-proof), once the ledger has it. */
  readonly proofOf: (eventId: string) => Promise<string | undefined>;
  /** Where the archival packages lie, as they are. */
  readonly packages: PackageStore;
}

export interface ArchiveContext extends ServiceContext, ArchiveParts {
  readonly submissions: Projection;
  readonly descriptions: Projection;
  /** The public zone: what is open, and nothing else. */
  readonly openRecords: Projection;
}
