/** Lets events that come one by one share a transaction. */
export interface Batches {
  /** One more is pending: flushed at once when there are many, else soon. */
  count(): void;
  flush(): void;
}

export interface BatchesOptions {
  readonly flush: () => void;
  /** Where a flush fails that nobody waits for. */
  readonly onError: (error: unknown) => void;
}

const largest = 500;
/** In ms: a reader that waits for its own event waits so much longer. */
const gathering = 20;

export function createBatches({ flush, onError }: BatchesOptions): Batches {
  let pending = 0;
  let timer: NodeJS.Timeout | undefined;
  const flushNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    pending = 0;
    flush();
  };
  const flushLater = (): void => {
    try {
      flushNow();
    } catch (error) {
      onError(error);
    }
  };
  return {
    count() {
      pending += 1;
      if (pending >= largest) flushNow();
      else timer ??= setTimeout(flushLater, gathering);
    },
    flush: flushNow,
  };
}
