/** Those who wait for a condition that only changes when something was read. */
export interface Waiters {
  /** Everybody looks again. */
  look(): void;
  /** Nothing will change any more: whoever still waits is answered `false`. */
  end(): void;
  until(condition: () => boolean, milliseconds: number): Promise<boolean>;
}

export function createWaiters(): Waiters {
  const waiting = new Set<() => void>();
  let hasEnded = false;

  function look(): void {
    for (const one of [...waiting]) one();
  }

  return {
    look,
    end() {
      hasEnded = true;
      look();
    },
    async until(condition, milliseconds) {
      if (condition()) return true;
      if (hasEnded) return false;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => settle(() => resolve(false)), milliseconds);
        const settle = (answer: () => void) => {
          waiting.delete(again);
          clearTimeout(timer);
          answer();
        };
        // A condition that throws is its asker's trouble; whoever reads the log must not halt over it.
        const again = () => {
          try {
            if (condition()) settle(() => resolve(true));
            else if (hasEnded) settle(() => resolve(false));
          } catch (error) {
            settle(() => reject(error));
          }
        };
        waiting.add(again);
      });
    },
  };
}
