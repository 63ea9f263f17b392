export interface WakeUps {
  /** Everyone who waits goes on. */
  wake(): void;
  /** Until the next `wake`, or until the signal aborts. */
  next(signal: AbortSignal): Promise<void>;
}

export function createWakeUps(): WakeUps {
  const waiting = new Set<() => void>();
  return {
    wake() {
      for (const goOn of [...waiting]) goOn();
    },
    next(signal) {
      return new Promise((resolve) => {
        const goOn = () => {
          waiting.delete(goOn);
          signal.removeEventListener('abort', goOn);
          resolve();
        };
        waiting.add(goOn);
        signal.addEventListener('abort', goOn);
        if (signal.aborted) goOn();
      });
    },
  };
}
