import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectionDefinitions as approval } from '@sillok/approval';
import { projectionDefinitions as archive } from '@sillok/archive';
import { projectionDefinitions as audit } from '@sillok/audit';
import { projectionDefinitions as distribution } from '@sillok/distribution';
import { projectionDefinitions as drafting } from '@sillok/drafting';
import { SillokError } from '@sillok/kernel';
import { type ProjectionDefinition, startProjection } from '@sillok/projections';
import { projectionDefinitions as records } from '@sillok/records';
import { catalogue } from './all-events.ts';
import { openLog } from './institution-log.ts';

export interface ReplayedProjection {
  readonly institution: string;
  readonly projection: string;
  readonly events: number;
  readonly digest: string;
  readonly equal: boolean;
}

export const allProjections: readonly ProjectionDefinition[] = [
  ...drafting,
  ...approval,
  ...records,
  ...distribution,
  ...archive,
  ...audit,
];

const clock = { now: () => new Date().toISOString() };

/** Builds every projection anew under `scratch` and compares it with the one in use, brought up to date first. */
export async function replayFolder(dataFolder: string, scratch: string): Promise<readonly ReplayedProjection[]> {
  const institutions = existsSync(dataFolder)
    ? readdirSync(dataFolder).filter((name) => existsSync(join(dataFolder, name, 'VERSION')))
    : [];
  if (institutions.length === 0)
    throw new SillokError('not-found', `no institution in ${dataFolder}`, { field: 'data' });
  const replayed: ReplayedProjection[] = [];
  for (const institution of institutions) {
    replayed.push(...(await replayInstitution(join(dataFolder, institution), institution, join(scratch, institution))));
  }
  return replayed;
}

async function replayInstitution(
  folder: string,
  institutionId: string,
  scratch: string,
): Promise<readonly ReplayedProjection[]> {
  const alarms: unknown[] = [];
  const onAlarm = (alarm: { error?: unknown; message: string }) =>
    void alarms.push(alarm.error ?? new Error(alarm.message));
  const log = await openLog({ folder, institutionId, clock, onAlarm });
  try {
    const { open } = log.journalOf('directory');
    const shared = { store: log.store, catalogue, open, onAlarm };
    let events = 0;
    for await (const _ of log.store.readAll()) events += 1;
    const results: ReplayedProjection[] = [];
    for (const definition of allProjections) {
      const inUse = await digestOf(definition, { ...shared, folder: join(folder, 'projections') });
      const digest = await digestOf(definition, { ...shared, folder: scratch });
      results.push({
        institution: institutionId,
        projection: definition.name,
        events,
        digest,
        equal: digest === inUse,
      });
    }
    return results;
  } catch (error) {
    // What halted a projection says more than that it halted.
    throw alarms[0] ?? error;
  } finally {
    await log.close();
  }
}

async function digestOf(
  definition: ProjectionDefinition,
  options: Parameters<typeof startProjection>[1],
): Promise<string> {
  const projection = startProjection(definition, options);
  try {
    await projection.caughtUp();
    return projection.digest();
  } finally {
    await projection.stop();
  }
}
