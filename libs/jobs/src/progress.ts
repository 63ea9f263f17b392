import { comparePositions, type EventFilter, type EventStore, type Position } from '@sillok/event-store';
import { SillokError } from '@sillok/kernel';

/** How far a reader of the log has come, for those who wait for it. */
export interface Progress {
  /** Everything up to here is behind. */
  moved(position: Position): void;
  /** Something else changed that a condition may look at. */
  changed(): void;
  /** Nothing will move any more: whoever still waits is told so. */
  ended(): void;
  /** Waits until all that the filter lets through and that was in the log at the call is behind. */
  behindNow(store: EventStore, filter: EventFilter): Promise<void>;
  /** Waits for the condition. Throws UNEXPECTED when the reader ends before it holds. */
  until(condition: () => boolean): Promise<void>;
}

export function createProgress(name: string): Progress {
  const waiting = new Set<() => void>();
  let at: Position | undefined;
  let hasEnded = false;

  function changed(): void {
    for (const look of [...waiting]) look();
  }

  function until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const holds = condition();
        if (!holds && !hasEnded) return;
        waiting.delete(look);
        if (holds) resolve();
        else reject(new SillokError('UNEXPECTED', `${name} ended before it had settled`));
      };
      waiting.add(look);
      look();
    });
  }

  return {
    changed,
    until,
    moved(position) {
      at = position;
      changed();
    },
    ended() {
      hasEnded = true;
      changed();
    },
    async behindNow(store, filter) {
      let end: Position | undefined;
      for await (const { position } of store.readAll(at, filter)) end = position;
      await until(() => end === undefined || (at !== undefined && comparePositions(at, end) >= 0));
    },
  };
}
