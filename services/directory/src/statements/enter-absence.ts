import type { CommandContext, Outcome } from '@sillok/journal';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import { absenceRegistered } from '@sillok/schemas/events/directory/absence-registered';
import { type DirectoryEvent, signedAct } from '@sillok/schemas/events/directory/all';
import type { SignedBy } from '@sillok/schemas/statements/authority-statement';
import { type SignatureEvidence, signStatement } from '@sillok/signing-desk';
import type { DirectoryContext } from '../context.ts';
import { entryDecider, entryStream } from '../entry/decide.ts';
import { whatIsWrong } from './prepare-absence.ts';
import { eventOf, keepStatements } from './stated-act.ts';

export interface AbsenceEntry extends SignatureEvidence {
  readonly statementId: string;
  readonly personId: string;
}

const unsigned = absenceRegistered.data.omit({ signedBy: true });

/** Signs what was prepared and enters exactly what the statement says. */
export async function enterAbsence(
  context: DirectoryContext,
  entry: AbsenceEntry,
  command: CommandContext,
): Promise<Outcome | Refusal> {
  const prepared = context.prepared.find(entry.statementId, entry.personId);
  if (prepared === undefined) return refuse('statement-unknown', 'statementId');
  const act = { type: absenceRegistered.type, data: unsigned.parse(prepared.statement.act.data) };
  const stream = entryStream(act);
  const enter = (event: DirectoryEvent) => ({ type: 'EnterDirectory', event }) as const;
  // Asked before the key is used: a signature over something that is refused anyway must not exist.
  const refused =
    whatIsWrong(await context.directory.latest(), act.data) ??
    entryDecider.decide(enter(signedAct(act, nobodyYet)), await context.journal.stateOf(entryDecider, stream));
  if (isRefusal(refused)) return refused;
  const cms = await signStatement(context, prepared, entry);
  if (!(cms instanceof Uint8Array)) return cms;
  // Its key has signed and will not do so again: whatever comes now, whoever asks anew reads anew.
  context.prepared.forget(entry.statementId);
  const stated = { act, prepared, cms };
  const event = eventOf(stated, await keepStatements(context.institutionContents, [stated]), 0);
  return context.journal.execute(entryDecider, stream, enter(event), command);
}

const nobodyYet: SignedBy = { address: '', index: 0, certificateDigest: '', controlClass: '' };
