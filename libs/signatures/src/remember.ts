/**
 * Keeps what was made of a key, the most recently used ones. For keys that are digests of content: then what is kept
 * can never get stale.
 */
export function remember<Value>(most: number): (key: string, make: () => Value) => Value {
  const kept = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const one = kept.get(key) ?? { value: make() };
    kept.delete(key);
    kept.set(key, one);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return one.value;
  };
}
