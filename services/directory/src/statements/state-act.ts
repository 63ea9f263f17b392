import { randomBytes } from 'node:crypto';
import { sealedValueDigest } from '@sillok/evidence';
import type { Catalogue } from '@sillok/journal';
import type { DirectoryAct } from '@sillok/schemas/events/directory/all';
import {
  type AuthorityStatement,
  authorityStatement,
  type saidValues,
} from '@sillok/schemas/statements/authority-statement';
import { z } from 'zod';

/** What a statement says beside the act itself. */
export type Circumstances = Omit<AuthorityStatement, 'type' | 'version' | 'nonce' | 'act'>;

/** Writes down an act as its signer signs it, with the data exactly as the event will have it. */
export function stateAct(catalogue: Catalogue, act: DirectoryAct, circumstances: Circumstances): AuthorityStatement {
  const { data, sealed } = catalogue.definitionOf(act.type);
  const values: Readonly<Record<string, unknown>> = 'sealed' in act ? { ...act.sealed } : {};
  const digests = Object.entries(sealed).flatMap(([field, { schema }]) =>
    values[field] === undefined ? [] : [[field, saltedDigest(z.json().parse(schema.parse(values[field])))] as const],
  );
  return authorityStatement.parse({
    type: 'authority-statement',
    version: 1,
    nonce: bits128(),
    act: {
      event: act.type,
      data: data.omit({ signedBy: true }).parse(act.data),
      sealed: Object.fromEntries(digests),
    },
    ...circumstances,
  });
}

function saltedDigest(value: z.infer<typeof saidValues>[string]) {
  const salt = bits128();
  return { salt, digest: sealedValueDigest(salt, value) };
}

function bits128(): string {
  return randomBytes(16).toString('hex');
}
