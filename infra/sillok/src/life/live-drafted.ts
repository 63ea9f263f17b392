import { SillokError } from '@sillok/kernel';
import { recordAnswer } from '@sillok/schemas/api/records/record';
import { packs } from '@sillok/schemas/policies/packs';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { SmallCountry } from '../composition/small-country.ts';
import { leaveArchives } from './leave-archives.ts';
import { leaveArtifacts } from './leave-artifacts.ts';
import type { LetterInFolder } from './letter.ts';
import { addressed, leaveExchange, liveExchange, otherThan } from './live-and-leave-exchange.ts';
import { liveLetter } from './live-letter.ts';
import type { Lived } from './lived.ts';
import { settingOf } from './setting-of.ts';
import { summarise } from './summarise.ts';
import { untilSealed } from './until-sealed.ts';

export interface DraftedOrder {
  readonly out: string;
  /** The other ministry receives it as well, where its form leaves the house at all. */
  readonly isSent: boolean;
  readonly onStep: (name: string) => void;
}

/** Lives one letter in the country: drafted, signed, numbered, sealed, and sent where it is to be. */
export async function liveDrafted(
  country: SmallCountry,
  letter: LetterInFolder,
  { out, onStep, ...order }: DraftedOrder,
): Promise<Lived> {
  const { institution, classification } = letter;
  const { client, plan, task, auditor, folderId } = await settingOf(country, institution, classification.unitTaskId);
  const drafter = plan.people.find((one) => one.id === letter.drafter);
  if (drafter === undefined) throw new SillokError('person-unknown', letter.drafter, { field: 'drafter' });
  const forms = inForce(packs[plan.pack]?.forms ?? [], country.clock.now().slice(0, 10)) ?? [];
  const isSent = order.isSent && forms.find(({ id }) => id === classification.form)?.outgoing === true;
  const written = isSent ? addressed(letter, otherThan(country, plan)) : letter;
  const { status, documentId } = await liveLetter(client, written, { unitId: drafter.unit, onStep });
  if (status !== 'registered' && status !== 'established') {
    throw new SillokError('case-not-open', `the document was ${status}, not registered`, { field: 'story' });
  }
  const { title } = await untilSealed(client, drafter.id, documentId);
  onStep('sealed');
  const dispatch = isSent ? await liveExchange(country, plan, written, documentId, onStep) : undefined;
  return {
    keeping: { client, plan },
    unitId: task.unit,
    folderId,
    documentId,
    // As it was numbered; whoever reviewed it may have changed it.
    title: title ?? letter.text.title,
    ...(letter.review === undefined ? {} : { review: letter.review }),
    async leave(preserved) {
      const record = await client.ask(drafter.id, `/api/records/records/${documentId}`, recordAnswer);
      const events = [...record.events, ...(dispatch?.events ?? []), ...(preserved?.transfer.events ?? [])];
      const log = { country, client, institution, auditor, out };
      await leaveArtifacts({ ...log, drafter: drafter.id, record: { ...record, events } });
      if (dispatch !== undefined) await leaveExchange(client, drafter.id, dispatch, out);
      if (preserved !== undefined) await leaveArchives({ country, client, plan, ...preserved }, out);
      onStep('left');
      return summarise({ events, number: record.number, sha256: record.recordCopySha256 }, out);
    },
  };
}
