import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  readonly expiresAt: number;
}

const mostEntries = 20_000;

/** What the provider remembers, until the process ends. Old entries make room for new ones. */
export function createMemoryAdapter(now: () => number): AdapterFactory {
  const entries = new Map<string, Entry>();
  return (model) => modelAdapter(model, entries, now);
}

function modelAdapter(model: string, entries: Map<string, Entry>, now: () => number): Adapter {
  const keyOf = (id: string) => `${model}:${id}`;
  const alive = (entry: Entry | undefined) =>
    entry !== undefined && entry.expiresAt > now() ? entry.payload : undefined;
  const findBy = (matches: (payload: AdapterPayload) => boolean) =>
    [...entries].find(([key, entry]) => key.startsWith(`${model}:`) && matches(entry.payload))?.[1];
  return {
    async upsert(id, payload, expiresIn) {
      entries.delete(keyOf(id));
      entries.set(keyOf(id), { payload, expiresAt: expiresIn === undefined ? Infinity : now() + expiresIn * 1000 });
      dropOldest(entries);
    },
    find: async (id) => alive(entries.get(keyOf(id))),
    findByUserCode: async () => undefined,
    findByUid: async (uid) => alive(findBy((payload) => payload.uid === uid)),
    async consume(id) {
      const entry = entries.get(keyOf(id));
      if (entry !== undefined) entry.payload = { ...entry.payload, consumed: Math.floor(now() / 1000) };
    },
    async destroy(id) {
      entries.delete(keyOf(id));
    },
    async revokeByGrantId(grantId) {
      for (const [key, entry] of entries) if (entry.payload.grantId === grantId) entries.delete(key);
    },
  };
}

function dropOldest(entries: Map<string, Entry>): void {
  for (const key of entries.keys()) {
    if (entries.size <= mostEntries) return;
    entries.delete(key);
  }
}
