import type { AppendResult } from '../event-store.ts';
import { wrongRevision } from '../store-faults.ts';

interface Turn {
  /** The stream stands here at least; streams only grow. */
  revision: number;
  waiting: number;
  last: Promise<unknown>;
}

/**
 * Appends of one stream go one after the other, as each is its own call and calls overtake each other. Whoever waited
 * and expects a revision that has passed meanwhile is refused here, without asking.
 */
export function inTurns(): (
  stream: string,
  expected: number,
  append: () => Promise<AppendResult>,
) => Promise<AppendResult> {
  const turns = new Map<string, Turn>();
  return (stream, expected, append) => {
    const turn = turns.get(stream) ?? { revision: -1, waiting: 0, last: Promise.resolve() };
    turns.set(stream, turn);
    turn.waiting += 1;
    const result = turn.last.then(() => {
      if (expected < turn.revision) throw wrongRevision(stream, expected, turn.revision);
      return append();
    });
    turn.last = result
      .then(
        ({ revision }) => {
          turn.revision = revision;
        },
        () => undefined,
      )
      .finally(() => {
        turn.waiting -= 1;
        if (turn.waiting === 0) turns.delete(stream);
      });
    return result;
  };
}
