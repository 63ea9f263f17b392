import type { Effects } from '@sillok/jobs';
import type { Renderer } from '@sillok/official-document';
import type { AddressBook, ExchangeClient, TrustService } from '@sillok/outbound';
import type { Projection } from '@sillok/projections';
import type { SealSigner } from '@sillok/sealing';
import type { ServiceContext } from '@sillok/service-context';

/** What distribution needs beside what every service is given. */
export interface DistributionParts {
  readonly renderer: Pick<Renderer, 'stamps'>;
  readonly trust: TrustService;
  readonly sealSigner: SealSigner;
  readonly effects: Effects;
  readonly addressBook: AddressBook;
  readonly exchange: ExchangeClient;
  /** The newest checkpoint of this log (C2SP), if there is one yet. */
  readonly newestCheckpoint: () => string | undefined;
}

export interface DistributionContext extends ServiceContext, DistributionParts {
  readonly dispatches: Projection;
  readonly incoming: Projection;
  readonly papers: Projection;
}
