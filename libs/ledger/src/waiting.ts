import { SillokError } from '@sillok/kernel';

/** Those who wait until an event is in the ledger. */
export interface Waiting {
  /** Throws COMMAND_PENDING when `patience` (ms) is over. */
  wait(eventId: string, patience: number): Promise<void>;
  arrived(eventIds: readonly string[]): void;
  /** Nothing more will arrive. */
  fail(error: unknown): void;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function createWaiting(): Waiting {
  const waiters = new Map<string, Set<Waiter>>();

  const take = (eventId: string): ReadonlySet<Waiter> => {
    const found = waiters.get(eventId) ?? new Set();
    waiters.delete(eventId);
    return found;
  };

  return {
    async wait(eventId, patience) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const waiter = { resolve, reject };
      const forOne = waiters.get(eventId) ?? new Set();
      waiters.set(eventId, forOne.add(waiter));
      const timer = setTimeout(() => {
        forOne.delete(waiter);
        if (forOne.size === 0 && waiters.get(eventId) === forOne) waiters.delete(eventId);
        reject(new SillokError('COMMAND_PENDING', `event ${eventId} is not in the ledger yet`));
      }, patience);
      return promise.finally(() => clearTimeout(timer));
    },
    arrived(eventIds) {
      if (waiters.size === 0) return;
      for (const eventId of eventIds) for (const { resolve } of take(eventId)) resolve();
    },
    fail(error) {
      for (const eventId of [...waiters.keys()]) for (const { reject } of take(eventId)) reject(error);
    },
  };
}
