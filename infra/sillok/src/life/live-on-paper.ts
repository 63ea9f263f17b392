import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SillokError } from '@sillok/kernel';
import { recordAnswer } from '@sillok/schemas/api/records/record';
import { scanName } from '@sillok/schemas/vocabulary/scan';
import type { SmallCountry } from '../composition/small-country.ts';
import { leaveArchives } from './leave-archives.ts';
import { leavePaper } from './leave-artifacts.ts';
import { livePaper } from './live-paper.ts';
import type { Lived } from './lived.ts';
import type { PaperLetterInFolder } from './paper-letter.ts';
import { settingOf } from './setting-of.ts';
import { summarise } from './summarise.ts';

/** Has a letter on paper scanned, given to its unit and received. */
export async function liveOnPaper(
  country: SmallCountry,
  letter: PaperLetterInFolder,
  { out, onStep }: { readonly out: string; readonly onStep: (name: string) => void },
): Promise<Lived> {
  const { institution, unitTaskId, disclosure, folder } = letter;
  const { client, plan, task, officer, auditor, folderId } = await settingOf(country, institution, unitTaskId);
  const registry = plan.people.find((one) => one.roles?.includes('registry') === true)?.id;
  if (registry === undefined) throw new SillokError('person-unknown', 'nobody scans', { field: 'institution' });
  const { documentId, number, scan } = await livePaper(client, {
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
  return {
    keeping: { client, plan },
    unitId: task.unit,
    folderId,
    documentId,
    title: letter.paper.title,
    async leave(preserved) {
      const record = await client.ask(officer, `/api/records/records/${documentId}`, recordAnswer);
      const events = [...record.events, ...(preserved?.transfer.events ?? [])];
      const name = scanName(scan.mediaType);
      await leavePaper({ country, client, institution, auditor, out }, { documentId, officer, scan: name, events });
      if (preserved !== undefined) await leaveArchives({ country, client, plan, ...preserved }, out);
      onStep('left');
      return summarise({ events, number, sha256: scan.sha256 }, out);
    },
  };
}
