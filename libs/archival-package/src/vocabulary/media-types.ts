import types from 'mime-db/db.json' with { type: 'json' };

const registered: ReadonlySet<string> = new Set(
  Object.entries(types)
    .filter(([, about]) => 'source' in about && about.source === 'iana')
    .map(([type]) => type.toLowerCase()),
);

/** Whether IANA has registered the type; parameters behind a semicolon are not looked at. */
export function isRegisteredMediaType(value: string): boolean {
  return registered.has(value.split(';', 1)[0]?.trim().toLowerCase() ?? '');
}
