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
  /** How far it comes; absent: to the end. */
  readonly until?: 'in-registry' | 'in-unit' | 'received';
}

/** The registry scans a letter and gives it to a unit, whose officer receives it in a folder; answers once it is sealed. */
export async function livePaper(client: StoryClient, order: TakingIn): Promise<Paper> {
  const { letter, scan, registry, officer, unitId, folderId, disclosure, key, until = 'received' } = order;
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
  if (until === 'in-registry') return sealedPaper(client, registry, path);
  await client.tell(registry, `${path}/unit`, { unitId }, paperDone, `${key}-unit`);
  order.onStep?.('distributed');
  if (until === 'in-unit') return sealedPaper(client, registry, path);
  await client.tell(officer, `${path}/receipt`, { folderId, disclosure }, paperDone, `${key}-receipt`);
  order.onStep?.('received');
  return sealedPaper(client, registry, path);
}

async function sealedPaper(client: StoryClient, registry: string, path: string): Promise<Paper> {
  for (let waited = 0; waited < sealedWithinMs; waited += 50) {
    const paper = await client.ask(registry, path, paperAnswer);
    if (paper.sealed && paper.status !== 'number-pending') return paper;
    await delay(50);
  }
  throw new SillokError('COMMAND_PENDING', 'the scan was not sealed in time');
}

const sealedWithinMs = 45_000;
