import type { OpenedField } from '@sillok/evidence/history';
import type { Effects } from '@sillok/jobs';
import type { Renderer } from '@sillok/official-document';
import type { AddressBook, ExchangeClient, TrustService } from '@sillok/outbound';
import type { Projection } from '@sillok/projections';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import type { SealSigner } from '@sillok/sealing';
import type { ServiceContext } from '@sillok/service-context';

/** Proofs (C2SP tlog-proof) by the id of the event, and the checkpoint that they are against. */
export interface LogProofs {
  readonly proofs: ReadonlyMap<string, string>;
  readonly checkpoint: string;
}

/** What records needs beside what every service is given. */
export interface RecordsParts {
  readonly renderer: Renderer;
  readonly trust: TrustService;
  readonly sealSigner: SealSigner;
  readonly effects: Effects;
  readonly addressBook: AddressBook;
  readonly exchange: ExchangeClient;
  /** The proof that an event is in the log (C2SP tlog-proof), once the ledger has it. */
  readonly proofOf: (eventId: string) => Promise<string | undefined>;
  /** The same for many events under one checkpoint, by their ids. */
  readonly proofsOf: (eventIds: readonly string[]) => Promise<LogProofs>;
  /** The sealed values that can still be opened, each with the key that opens it alone. */
  readonly openedFieldsOf: (envelopes: readonly Envelope[]) => Promise<readonly OpenedField[]>;
}

export interface RecordsContext extends ServiceContext, RecordsParts {
  readonly records: Projection;
  readonly recordStreams: Projection;
  readonly transfers: Projection;
}
