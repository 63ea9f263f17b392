import { canonicalBytes, type Json } from '@sillok/kernel';
import type { Manifest, ManifestEntry } from '@sillok/schemas/statements/manifest';
import { sha256Hex } from './digest.ts';

/** Makes the manifest of named values, each with a salt of its own (32 hex characters). */
export function makeManifest(values: readonly (readonly [name: string, value: Json])[], salt: () => string): Manifest {
  const entries = values.map(([name, value]) => {
    const entry = { name, salt: salt(), value };
    // Our Json is read-only and zod's is not; nothing writes to a manifest.
    return { ...entry, digest: entryDigest(entry) } as ManifestEntry;
  });
  return { type: 'document-manifest', version: 1, entries };
}

/** What statements refer to: unchanged when entries are reduced to their digests. */
export function manifestDigest(manifest: Manifest): string {
  return sha256Hex(canonicalBytes(manifest.entries.map(({ name, digest }) => [name, digest])));
}

/** A copy without the values of some entries; its digest stays. */
export function withoutEntries(manifest: Manifest, names: readonly string[]): Manifest {
  const entries = manifest.entries.map((entry) =>
    names.includes(entry.name) ? { name: entry.name, digest: entry.digest } : entry,
  );
  return { ...manifest, entries };
}

/** The first entry that doesn't hold: a value that its digest doesn't vouch for, half an entry, a name said twice. */
export function brokenEntry(manifest: Manifest): string | undefined {
  const names = new Set<string>();
  return manifest.entries.find((entry) => names.size === names.add(entry.name).size || !isWhole(entry))?.name;
}

// A value without its salt would be shown without ever having been compared.
function isWhole(entry: ManifestEntry): boolean {
  if (entry.salt === undefined && entry.value === undefined) return true;
  return entry.salt !== undefined && entry.value !== undefined && entryDigest(entry) === entry.digest;
}

export function entryValue(manifest: Manifest, name: string): Json | undefined {
  return manifest.entries.find((entry) => entry.name === name)?.value;
}

function entryDigest({
  name,
  salt,
  value,
}: {
  name: string;
  salt?: string | undefined;
  value?: Json | undefined;
}): string {
  return sha256Hex(canonicalBytes({ name, salt, value }));
}
