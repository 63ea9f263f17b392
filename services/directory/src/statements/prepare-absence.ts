import { appointmentsOf, type DirectoryState, dateAt } from '@sillok/authority';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import type { DirectoryAct } from '@sillok/schemas/events/directory/all';
import { sentenceOfAbsence } from '@sillok/schemas/messages/authority-sentences';
import type { AuthorityStatement } from '@sillok/schemas/statements/authority-statement';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { type PreparedStatement, prepareSignature, usableKeyOf } from '@sillok/signing-desk';
import type { DirectoryContext } from '../context.ts';
import { stateAct } from './state-act.ts';

export interface Absence {
  readonly personId: string;
  readonly from: string;
  readonly until: string;
  readonly deputyIds: readonly string[];
}

/** Writes down the absence that its person is about to sign, and readies the signature. */
export async function prepareAbsence(
  context: DirectoryContext,
  absence: Absence,
  language: Language,
): Promise<PreparedStatement<AuthorityStatement> | Refusal> {
  const directory = await context.directory.latest();
  const now = context.clock.now();
  const wrong = whatIsWrong(directory, absence);
  if (wrong !== undefined) return wrong;
  const key = usableKeyOf(directory, absence.personId, now);
  if (isRefusal(key)) return key;
  const absenceId = context.ids.next();
  const data = { absenceId, ...absence, deputyIds: [...absence.deputyIds] };
  const act: DirectoryAct = { type: 'directory.AbsenceRegistered.v1', data };
  const statement = stateAct(context.catalogue, act, {
    log: context.institutionId,
    institution: directory.institution?.name ?? context.institutionId,
    directoryEvent: directory.lastEventId ?? null,
    checkpoint: context.newestCheckpoint() ?? null,
    certificate: key.certificateDigest,
    controlClass: key.controlClass,
    claimedAt: now,
    sentence: sentenceOf(directory, absence, language, now),
  });
  const prepared = await prepareSignature(context.signer, key.keyId, statement);
  return { ...prepared, id: absenceId, personId: absence.personId };
}

/** Asked when the statement is written and again when it is signed. */
export function whatIsWrong(
  { persons }: DirectoryState,
  { personId, from, until, deputyIds }: Absence,
): Refusal | undefined {
  if (until <= from) return refuse('input-invalid', 'until', { rule: 'until lies after from' });
  const unknown = deputyIds.findIndex((deputy) => !persons.has(deputy) || deputy === personId);
  return unknown < 0 ? undefined : refuse('person-unknown', `deputyIds.${unknown}`);
}

function sentenceOf(directory: DirectoryState, absence: Absence, language: Language, now: string): string {
  const timeZone = directory.institution?.timeZone ?? 'UTC';
  return sentenceOfAbsence(language, {
    position: postOf(directory, absence.personId, now),
    from: localMinute(absence.from, timeZone),
    until: localMinute(absence.until, timeZone),
    deputies: absence.deputyIds.map((deputy) => postOf(directory, deputy, now)).join(', '),
  });
}

/** Posts are public, names are not: they would stay in the statement when the person's key is gone. */
function postOf(directory: DirectoryState, personId: string, at: string): string {
  const [post] = appointmentsOf(directory, personId, dateAt(directory, at));
  if (post === undefined) return personId;
  return `${directory.units.get(post.unitId)?.name ?? post.unitId} ${post.position}`;
}

// Swedish writes dates as ISO 8601 does.
function localMinute(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );
}
