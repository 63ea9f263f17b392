import { setTimeout as delay } from 'node:timers/promises';
import { SillokError } from '@sillok/kernel';
import { paperAnswer, paperDone } from '@sillok/schemas/api/distribution/paper';
import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';
import type { z } from 'zod';
import type { StoryClient } from './story-client.ts';

export type Paper = z.infer<typeof paperAnswer>;

export interface PaperLetter {
  readonly title: string;
  readonly senderName: string;
  readonly arrivedOn: string;
  readonly location: string;
  readonly resolution: number;
  readonly colour: string;
  readonly device: string;
  readonly software: string;
}

export interface TakingIn {
  readonly letter: PaperLetter;
  readonly scan: Uint8Array;
  readonly registry: string;
  readonly officer: string;
  readonly unitId: string;
  readonly folderId: string;
  readonly disclosure: Disclosure;
  /** A second time with the same key repeats nothing. */
  readonly key: string;
  readonly onStep?: (name: string) => void;
}

/** The registry scans a letter and gives it to a unit, whose officer receives it in a folder; answers once it is sealed. */
export async function livePaper(client: StoryClient, order: TakingIn): Promise<Paper> {
  const { letter, scan, registry, officer, unitId, folderId, disclosure, key } = order;
  const query = new URLSearchParams(Object.entries(letter).map(([name, value]) => [name, String(value)]));
  const { documentId } = await client.tell(
    registry,
    `/api/distribution/papers?${query}`,
    new Uint8Array(scan),
    paperDone,
    `${key}-scan`,
  );
  order.onStep?.('scanned');
  const path = `/api/distribution/papers/${documentId}`;
  await client.tell(registry, `${path}/unit`, { unitId }, paperDone, `${key}-unit`);
  order.onStep?.('distributed');
  await client.tell(officer, `${path}/receipt`, { folderId, disclosure }, paperDone, `${key}-receipt`);
  order.onStep?.('received');
  for (let waited = 0; waited < sealedWithinMs; waited += 50) {
    const paper = await client.ask(officer, path, paperAnswer);
    if (paper.sealed && paper.number !== null) return paper;
    await delay(50);
  }
  throw new SillokError('COMMAND_PENDING', `the scan of ${documentId} was not sealed in time`);
}

const sealedWithinMs = 45_000;
