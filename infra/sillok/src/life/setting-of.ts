import { SillokError } from '@sillok/kernel';
import { folderAnswer } from '@sillok/schemas/api/records/record';
import type { InstitutionPlan, UnitTaskPlan } from '@sillok/small-country';
import type { SmallCountry } from '../composition/small-country.ts';
import { createStoryClient, type StoryClient } from './story-client.ts';

/** Where a letter lives: its institution, the task that it belongs to with its folder open, and who may export the log. */
export interface Setting {
  readonly client: StoryClient;
  readonly plan: InstitutionPlan;
  readonly task: UnitTaskPlan;
  /** Keeps the folders of the task's unit. */
  readonly officer: string;
  readonly auditor: string;
  readonly folderId: string;
}

/** Opens the task's folder of this year, if it isn't open yet. */
export async function settingOf(country: SmallCountry, institution: string, unitTaskId: string): Promise<Setting> {
  const client = createStoryClient({ port: country.port, institution });
  const plan = country.plans.find((one) => one.id === institution);
  const task = plan?.unitTasks.find((one) => one.id === unitTaskId);
  if (plan === undefined) throw new SillokError('not-found', `no institution ${institution}`, { field: 'institution' });
  if (task === undefined) throw new SillokError('unit-task-unknown', unitTaskId, { field: 'unitTaskId' });
  const holder = (role: string, unit?: string) =>
    plan.people.find((one) => one.roles?.includes(role) === true && (unit === undefined || one.unit === unit))?.id;
  const officer = holder('departmental-records-officer', task.unit);
  const auditor = holder('auditor');
  if (officer === undefined || auditor === undefined) {
    throw new SillokError('person-unknown', 'nobody keeps folders or exports the log', { field: 'institution' });
  }
  const folder = { unitTaskId, year: Number(country.clock.now().slice(0, 4)), title: task.folder };
  const key = `folder-${unitTaskId}-${folder.year}`;
  const { folderId } = await client.tell(officer, '/api/records/folders', folder, folderAnswer, key);
  return { client, plan, task, officer, auditor, folderId };
}
