import { asked, canonicalBytes, canonicalJson, type Json, type Question, undecided } from '@sillok/kernel';
import { type AuthorityStatement, saidValues, signedBy } from '@sillok/schemas/statements/authority-statement';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { sha256Hex } from './digest.ts';
import { readAuthorityStatement } from './read-statement.ts';

/** What a statement says of a sealed value, and only whoever knows both value and salt can check. */
export function sealedValueDigest(salt: string, value: Json): string {
  return sha256Hex(canonicalBytes({ salt, value }));
}

/**
 * Whether a statement is about exactly this event: its log, type and open data, and as many sealed values. `opened`
 * are those that can still be read; what can't be any more leaves its question open. Signatures are asked apart.
 */
export function questionsOfAuthorityStatement(
  event: Envelope,
  bytes: Uint8Array,
  opened: Readonly<Record<string, unknown>>,
): readonly Question[] {
  const statement = readAuthorityStatement(bytes);
  if (statement === undefined) return [asked('statement is canonical', false, 'FORMAT_FAILURE')];
  return [
    asked('statement is canonical', true, ''),
    asked('it is about this event', isAbout(statement, event), 'HASH_FAILURE'),
    sealedQuestion(statement, event, opened),
    asked('the event names its signer', namesSigner(statement, event), 'SIG_CONSTRAINTS_FAILURE'),
  ];
}

function isAbout({ log, act }: AuthorityStatement, event: Envelope): boolean {
  const { signedBy: _, ...said } = event.data;
  return canonicalJson([log, act.event, act.data]) === canonicalJson([event.log, event.type, saidValues.parse(said)]);
}

function sealedQuestion(
  { act }: AuthorityStatement,
  event: Envelope,
  opened: Readonly<Record<string, unknown>>,
): Question {
  const question = 'the sealed values are those that were signed';
  const fields = Object.keys(event.sealed ?? {}).sort();
  if (canonicalJson(fields) !== canonicalJson(Object.keys(act.sealed).sort())) {
    return asked(question, false, 'HASH_FAILURE');
  }
  const values = saidValues.parse(opened);
  const answers = Object.entries(act.sealed).map(([field, { salt, digest }]) => {
    const value = values[field];
    return value === undefined ? undefined : sealedValueDigest(salt, value) === digest;
  });
  if (answers.includes(false)) return asked(question, false, 'HASH_FAILURE');
  if (!answers.includes(undefined)) return asked(question, true, '');
  return undecided(question, 'SIGNED_DATA_NOT_FOUND');
}

function namesSigner({ certificate, controlClass }: AuthorityStatement, event: Envelope): boolean {
  const named = signedBy.safeParse(event.data['signedBy']).data;
  return named?.certificateDigest === certificate && named.controlClass === controlClass;
}
