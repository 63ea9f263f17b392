import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ApiClient, createApiClient } from '@sillok/http-service';
import { folderAnswer, recordAnswer } from '@sillok/schemas/api/records/record';
import type { z } from 'zod';
import { openSmallCountry, type SmallCountry } from '../../../infra/sillok/src/composition/small-country.ts';
import type { LetterInFolder } from '../../../infra/sillok/src/life/letter.ts';
import { type LivedLetter, liveLetter } from '../../../infra/sillok/src/life/live-letter.ts';
import { createStoryClient, type StoryClient } from '../../../infra/sillok/src/life/story-client.ts';

export type SealedRecord = z.infer<typeof recordAnswer>;

/** People of the small country at work, over HTTP alone; it makes no difference who runs the server. */
export interface Staff {
  readonly client: (institution: string) => StoryClient;
  /** As one person, with the bare answers: to be refused is an answer too. */
  readonly person: (personId: string) => ApiClient;
  openFolders(): Promise<void>;
  live(letter: LetterInFolder, stopBefore?: number): Promise<LivedLetter>;
  sealed(letter: LetterInFolder, documentId: string): Promise<SealedRecord>;
}

const folders = [
  ['munhwa-drafter', 'munhwa-task-transfer'],
  ['munhwa-disclosure-officer', 'munhwa-task-disclosure'],
  ['mopa-drafter', 'mopa-task-exchange'],
  ['belavoda-opsta-referent', 'belavoda-task-rad'],
  ['belavoda-kultura-referent', 'belavoda-task-kultura'],
] as const;

const units: Readonly<Record<string, string>> = {
  'munhwa-drafter': 'munhwa-policy',
  'munhwa-policy-deputy': 'munhwa-policy',
  'munhwa-disclosure-officer': 'munhwa-disclosure',
  'mopa-drafter': 'mopa-section',
  'belavoda-opsta-referent': 'belavoda-opsta',
  'belavoda-kultura-referent': 'belavoda-kultura',
};

export function staffAt(port: number): Staff {
  const clients = new Map<string, StoryClient>();
  const persons = new Map<string, ApiClient>();
  const client = (institution: string) =>
    remembered(clients, institution, () => createStoryClient({ port, institution }));
  return {
    client,
    person: (personId) =>
      remembered(persons, personId, () =>
        createApiClient({ port, host: `${institutionOf(personId)}.localhost`, person: personId }),
      ),
    async openFolders() {
      for (const [officer, unitTaskId] of folders) {
        const folder = { unitTaskId, year: 2014, title: unitTaskId };
        const key = `folder-${unitTaskId}`;
        await client(institutionOf(officer)).tell(officer, '/api/records/folders', folder, folderAnswer, key);
      }
    },
    live: (letter, stopBefore) =>
      liveLetter(client(letter.institution), letter, {
        unitId: units[letter.drafter] ?? '',
        ...(stopBefore === undefined ? {} : { stopBefore }),
      }),
    sealed: (letter, documentId) =>
      until(
        () => client(letter.institution).ask(letter.drafter, `/api/records/records/${documentId}`, recordAnswer),
        (record) => record.status === 'sealed',
      ),
  };
}

export interface House extends Staff {
  readonly country: SmallCountry;
  readonly dataFolder: string;
  /** Stops the server and opens the same folder again. */
  restart(): Promise<House>;
  /** Stops the server and leaves nothing. */
  leave(): Promise<void>;
}

/** The small country in this process, its folders open, in a data folder of its own. */
export async function openHouse(dataFolder?: string, events?: string): Promise<House> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'sillok-journey-')));
  const country = await openSmallCountry({ dataFolder: folder, port: 0, events });
  country.open();
  const staff = staffAt(country.port);
  if (dataFolder === undefined) await staff.openFolders();
  return {
    ...staff,
    country,
    dataFolder: folder,
    async restart() {
      await country.stop();
      return openHouse(folder, events);
    },
    async leave() {
      await country.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks until the answer is as wished; whoever waits in vain is told by the test's own time limit. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  isWished: (answer: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (isWished(answer)) return answer;
    await delay(50);
  }
}

function institutionOf(personId: string): string {
  return personId.split('-', 1)[0] ?? '';
}

function remembered<Value>(known: Map<string, Value>, name: string, make: () => Value): Value {
  const value = known.get(name) ?? make();
  known.set(name, value);
  return value;
}
