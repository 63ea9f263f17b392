import { folderListAnswer } from '@sillok/schemas/api/records/record';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { mopa, munhwa } from '@sillok/small-country';
import { catalogue } from '../../../infra/sillok/src/composition/all-events.ts';
import type { LetterInFolder } from '../../../infra/sillok/src/life/letter.ts';
import {
  arrivedAt,
  type Dispatch,
  dispatchLetter,
  dispatchReached,
  exchangeStaff,
  type Incoming,
  receiveLetter,
} from '../../../infra/sillok/src/life/live-exchange.ts';
import { type House, type Staff, until } from './house.ts';
import { memo } from './story.ts';

export type Ministry = 'munhwa' | 'mopa';

const staff = { munhwa: exchangeStaff(munhwa), mopa: exchangeStaff(mopa) };

/** A short letter to the other ministry. */
export function letterTo(recipient: Ministry, title: string, changes: Partial<LetterInFolder> = {}): LetterInFolder {
  const sender = recipient === 'mopa' ? 'munhwa' : 'mopa';
  const letter = memo(sender, title);
  const form = sender === 'munhwa' ? 'general-draft' : 'letter';
  return {
    ...letter,
    classification: { ...letter.classification, form },
    text: { ...letter.text, addressees: [{ institutionId: recipient, name: recipient }] },
    ...changes,
  };
}

/** Letters between the two ministries, over HTTP alone. */
export interface Correspondence {
  /** Lives the letter until it is sealed, and answers its document. */
  write(letter: LetterInFolder): Promise<string>;
  /** Writes a letter and orders its dispatch. */
  dispatch(letter: LetterInFolder, more?: { readonly omission: string }): Promise<string>;
  reached(sender: Ministry, dispatchId: string, status: Dispatch['status']): Promise<Dispatch>;
  arrived(recipient: Ministry, dispatchId: string): Promise<Incoming>;
  receive(recipient: Ministry, dispatchId: string): Promise<Incoming>;
  /** Waits until nothing that was said is still on its way. */
  settled(house: Pick<House, 'country'>): Promise<void>;
}

export function correspondenceOf(house: Staff): Correspondence {
  const { client } = house;

  async function write(letter: LetterInFolder): Promise<string> {
    const { documentId } = await house.live(letter);
    await house.sealed(letter, documentId);
    return documentId;
  }

  return {
    write,
    async dispatch(letter, more = undefined) {
      const sender = letter.institution === 'munhwa' ? 'munhwa' : 'mopa';
      return dispatchLetter(client(sender), {
        documentId: await write(letter),
        recipientId: sender === 'munhwa' ? 'mopa' : 'munhwa',
        drafter: letter.drafter,
        registry: staff[sender].registry,
        ...more,
      });
    },
    reached: (sender, dispatchId, status) =>
      dispatchReached(client(sender), staff[sender].registry, dispatchId, (one) => one.status === status),
    arrived: (recipient, dispatchId) => arrivedAt(client(recipient), staff[recipient].registry, dispatchId),
    async receive(recipient, dispatchId) {
      const { officer, registry, unitId, task } = staff[recipient];
      const path = `/api/records/folders?unitTaskId=${task.id}`;
      const { items } = await client(recipient).ask(officer, path, folderListAnswer);
      const folderId = items.find(({ status }) => status === 'open')?.folderId ?? '';
      return receiveLetter(client(recipient), { dispatchId, officer, registry, unitId, folderId });
    },
    async settled(inside) {
      const pending = async () => {
        const all = [...(await eventsIn(inside, 'munhwa')), ...(await eventsIn(inside, 'mopa'))];
        const count = (type: string) => all.filter((one) => one.type === `distribution.${type}.v1`).length;
        return count('AcknowledgementIssued') - count('AcknowledgementSent');
      };
      await until(pending, (count) => count === 0);
    },
  };
}

/** Every event of an institution's log, as its bytes say it. */
export async function eventsIn({ country }: Pick<House, 'country'>, institution: string): Promise<readonly Envelope[]> {
  const found = country.institutions.find(({ id }) => id === institution);
  const events: Envelope[] = [];
  for await (const stored of found?.log.store.readAll() ?? []) events.push(catalogue.decode(stored).envelope);
  return events;
}

export function staffOf(ministry: Ministry) {
  return staff[ministry];
}
