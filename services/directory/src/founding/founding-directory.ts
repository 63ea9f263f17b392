import { sha256Hex } from '@sillok/evidence';
import { type CommandContext, commandIdOf } from '@sillok/journal';
import { isRefusal, type Json, refusalAsError } from '@sillok/kernel';
import type { DirectoryAct } from '@sillok/schemas/events/directory/all';
import { sentenceOfEntry } from '@sillok/schemas/messages/authority-sentences';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import type { ServiceContext } from '@sillok/service-context';
import { challengeOf, completeSignature, prepareSignature } from '@sillok/signing-desk';
import type { DirectoryParts } from '../context.ts';
import { type EnterDirectory, entryDecider, entryStream } from '../entry/decide.ts';
import { type Circumstances, stateAct } from '../statements/state-act.ts';
import { eventOf, keepStatements, type StatedAct } from '../statements/stated-act.ts';

/** Whoever sets the institution up: signs with a key that exists before the directory does. */
export interface Founder {
  readonly keyId: string;
  readonly controlClass: string;
  readonly institution: string;
  readonly language: Language;
}

type FoundingContext = Pick<
  ServiceContext,
  'institutionId' | 'journal' | 'catalogue' | 'institutionContents' | 'directory' | 'clock'
> &
  Pick<DirectoryParts, 'signer' | 'newestCheckpoint'>;

/** A whole ministry is not one object, and what a crash leaves unentered is signed anew. */
const mostInOneObject = 200;

/**
 * The founder's way in: each act is stated, signed and entered, by the same command as over HTTP. Doing it twice is
 * once. Many statements are one object: an object of its own for each would wait for the disk each time.
 */
export function foundingDirectory(context: FoundingContext, founder: Founder) {
  return async (acts: readonly DirectoryAct[]): Promise<void> => {
    const due = await notEntered(context, acts);
    for (let start = 0; start < due.length; start += mostInOneObject) {
      await enterSigned(context, await stateAll(context, founder, due.slice(start, start + mostInOneObject)));
    }
  };
}

async function enterSigned(context: FoundingContext, stated: readonly StatedAct[]): Promise<void> {
  const address = await keepStatements(context.institutionContents, stated);
  for (const [index, one] of stated.entries()) {
    await enter(context, one.act, { type: 'EnterDirectory', event: eventOf(one, address, index) });
  }
}

async function enter(context: FoundingContext, act: DirectoryAct, command: EnterDirectory): Promise<void> {
  const outcome = await context.journal.execute(entryDecider, entryStream(act), command, commandFor(context, act));
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}

async function notEntered(context: FoundingContext, acts: readonly DirectoryAct[]): Promise<readonly DirectoryAct[]> {
  const due: DirectoryAct[] = [];
  for (const act of acts) {
    const outcome = await context.journal.appliedBefore(entryDecider, entryStream(act), commandFor(context, act));
    if (isRefusal(outcome)) throw refusalAsError(outcome);
    if (outcome === undefined) due.push(act);
  }
  return due;
}

async function stateAll(
  context: FoundingContext,
  founder: Founder,
  acts: readonly DirectoryAct[],
): Promise<readonly StatedAct[]> {
  const circumstances = await circumstancesOf(context, founder);
  const stated: StatedAct[] = [];
  for (const act of acts) stated.push(await state(context, founder, act, circumstances));
  return stated;
}

async function circumstancesOf(
  { institutionId, directory, signer, newestCheckpoint, clock }: FoundingContext,
  founder: Founder,
): Promise<Omit<Circumstances, 'sentence'>> {
  const [certificate = new Uint8Array()] = await signer.certificateChain(founder.keyId);
  return {
    log: institutionId,
    institution: founder.institution,
    directoryEvent: (await directory.latest()).lastEventId ?? null,
    checkpoint: newestCheckpoint() ?? null,
    certificate: sha256Hex(certificate),
    controlClass: founder.controlClass,
    claimedAt: clock.now(),
  };
}

async function state(
  { catalogue, signer }: FoundingContext,
  { keyId, language, institution }: Founder,
  act: DirectoryAct,
  circumstances: Omit<Circumstances, 'sentence'>,
): Promise<StatedAct> {
  const sentence = sentenceOfEntry(language, { institution, act: act.type });
  const statement = stateAct(catalogue, act, { ...circumstances, sentence });
  const prepared = await prepareSignature(signer, keyId, statement);
  return { act, prepared, cms: await completeSignature(signer, prepared, challengeOf(prepared)) };
}

// The input is the act without its signature: a founding that is repeated states nothing anew.
function commandFor({ institutionId }: FoundingContext, act: DirectoryAct): CommandContext {
  const actor = 'service:founding';
  const commandId = commandIdOf(institutionId, actor, 'EnterDirectory', `${act.type}/${entryStream(act)}`);
  return { actor, commandId, correlationId: commandId, causationId: commandId, input: { ...act } as Json };
}
