import type { PaperDistributed } from '@sillok/schemas/events/distribution/paper-distributed';
import type { PaperReceived } from '@sillok/schemas/events/distribution/paper-received';
import type { PaperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import type { PaperSealed } from '@sillok/schemas/events/distribution/paper-sealed';

/** Everything that can happen in the stream of one letter on paper. */
export type PaperEvent = PaperScanned | PaperSealed | PaperDistributed | PaperReceived;
