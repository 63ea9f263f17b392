/** A number of places; who finds none free waits in line. */
export interface Slots {
  /** Answers what gives the place back. */
  take(): Promise<() => void>;
}

export function createSlots(count: number): Slots {
  const line: (() => void)[] = [];
  let free = count;

  function release(): void {
    const next = line.shift();
    if (next === undefined) free += 1;
    else next();
  }

  return {
    async take() {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => line.push(resolve));
      return release;
    },
  };
}
