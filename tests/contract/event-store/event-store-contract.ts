import { describe } from 'vitest';
import { appending } from './appending.ts';
import { closing } from './closing.ts';
import { following } from './following.ts';
import { limits } from './limits.ts';
import { reading } from './reading.ts';
import { retrying } from './retrying.ts';
import type { OpenStore, StoreTraits } from './samples.ts';

/** What every adapter of the `EventStore` port must do. */
export function eventStoreContract(name: string, open: OpenStore, traits: StoreTraits = {}): void {
  describe(name, () => {
    describe('append', () => appending(open));
    describe('limits', () => limits(open));
    describe('a command that is tried again', () => retrying(open));
    describe('reading', () => reading(open, traits));
    describe('subscribe', () => following(open));
    describe('close', () => closing(open));
  });
}
