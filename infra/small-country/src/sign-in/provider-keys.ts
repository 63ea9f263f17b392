import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../write-whole.ts';

const keysSchema = z.strictObject({
  signing: z.strictObject({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string(), d: z.string() }),
  cookie: z.string(),
});

export type ProviderKeys = z.infer<typeof keysSchema>;

/** The provider's keys in `<folder>/identity-provider.json`, made at the first start and readable by its owner alone. */
export function providerKeys(folder: string): ProviderKeys {
  const path = join(folder, 'identity-provider.json');
  return readKeys(path) ?? makeKeys(folder, path);
}

function readKeys(path: string): ProviderKeys | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return keysSchema.parse(JSON.parse(text));
}

function makeKeys(folder: string, path: string): ProviderKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keys = keysSchema.parse({
    signing: privateKey.export({ format: 'jwk' }),
    cookie: randomBytes(32).toString('base64url'),
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeWhole(path, JSON.stringify(keys));
  return keys;
}
