import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SillokError } from '@sillok/kernel';
import { recordAnswer } from '@sillok/schemas/api/records/record';
import { scanEndings } from '@sillok/schemas/vocabulary/scan';
import type { SmallCountry } from '../composition/small-country.ts';
import { leavePaper } from './leave-artifacts.ts';
import { livePaper } from './live-paper.ts';
import type { PaperLetterInFolder } from './paper-letter.ts';
import { settingOf } from './setting-of.ts';
import { type LifeSummary, summarise } from './summarise.ts';

/** Has a letter on paper scanned, given to its unit and received, and leaves what proves it: of this alone it is lived. */
export async function liveAndLeavePaper(
  country: SmallCountry,
  letter: PaperLetterInFolder,
  out: string,
  onStep: (name: string) => void,
): Promise<LifeSummary> {
  const { institution, unitTaskId, disclosure, folder } = letter;
  const { client, plan, task, officer, auditor, folderId } = await settingOf(country, institution, unitTaskId);
  const registry = plan.people.find((one) => one.roles?.includes('registry') === true)?.id;
  if (registry === undefined) throw new SillokError('person-unknown', 'nobody scans', { field: 'institution' });
  const paper = await livePaper(client, {
    letter: letter.paper,
    scan: await readFile(join(folder, letter.scan)),
    registry,
    officer,
    unitId: task.unit,
    folderId,
    disclosure,
    key: `${unitTaskId}-${letter.scan}`.slice(0, 40),
    onStep,
  });
  const { documentId, number } = paper;
  const { events } = await client.ask(officer, `/api/records/records/${documentId}`, recordAnswer);
  const scan = `scan.${scanEndings[paper.scan.mediaType]}`;
  await leavePaper({ country, client, institution, auditor, out }, { documentId, officer, scan, events });
  onStep('left');
  return summarise({ events, number, sha256: paper.scan.sha256 }, out);
}
