import type { EventStore } from '@sillok/event-store';
import { inMemoryEventStore } from '@sillok/event-store/in-memory';
import {
  type Catalogue,
  type CommandContext,
  commandIdOf,
  createCatalogue,
  createJournal,
  type Journal,
} from '@sillok/journal';
import { type Clock, type Json, standingClock } from '@sillok/kernel';
import type { KeyVault } from '@sillok/key-vault';
import { inMemoryKeyVault } from '@sillok/key-vault/in-memory';
import type { EventDefinition } from '@sillok/schemas/vocabulary/event-definition';

/** One institution's log with true parts that forget everything at the end of a test. */
export interface TestLog {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly catalogue: Catalogue;
  readonly clock: ReturnType<typeof standingClock>;
  /** A journal that remembers nothing yet, as after a restart. */
  journal(service: string, clock?: Clock): Journal;
  /** `key` is what a client repeats when it tries again. */
  command(key: string, input?: Json): CommandContext;
}

export interface TestLogOptions {
  readonly definitions: readonly EventDefinition[];
  readonly store?: EventStore;
  readonly startsAt?: string;
}

export function testLog({ definitions, store = inMemoryEventStore(), startsAt }: TestLogOptions): TestLog {
  const vault = inMemoryKeyVault();
  const catalogue = createCatalogue(definitions);
  const clock = standingClock(startsAt ?? '2026-03-02T00:00:00.000Z');
  const macKey = new Uint8Array(32).fill(1);
  const commandKey = new Uint8Array(32).fill(2);
  return {
    store,
    vault,
    catalogue,
    clock,
    journal: (service, other = clock) =>
      createJournal({ store, log: 'mois', service, vault, catalogue, clock: other, macKey, commandKey }),
    command(key, input = key) {
      const commandId = commandIdOf('mois', 'person-00001', 'Test', key);
      return { actor: 'person-00001', commandId, correlationId: commandId, causationId: commandId, input };
    },
  };
}
