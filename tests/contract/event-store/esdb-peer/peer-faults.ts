/**
 * Where the connections break: before or after an append was stored, before one that is stored all the same
 * when the next arrives, or after so many events that were told.
 */
export type Break = 'before-storing' | 'after-storing' | 'long-before-storing' | 'while-telling';

export interface PeerFaults {
  /** Breaks every connection when that happens the so-manyth time from now, and then does something more. */
  breakAt(where: Break, count?: number, then?: () => void): void;
  /** It happened; true where that broke the connections. */
  isDue(where: Break): boolean;
}

export function peerFaults(breakConnections: () => void): PeerFaults {
  const planned = new Map<Break, { left: number; readonly then: () => void }>();
  return {
    breakAt(where, count = 1, then = () => undefined) {
      planned.set(where, { left: count, then });
    },
    isDue(where) {
      const plan = planned.get(where);
      if (plan === undefined) return false;
      plan.left -= 1;
      if (plan.left > 0) return false;
      planned.delete(where);
      breakConnections();
      plan.then();
      return true;
    },
  };
}
