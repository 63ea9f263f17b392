import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, userPath } from '../command-options.ts';
import { type ReplayedProjection, replayFolder } from '../composition/replay-folder.ts';
import { faultSentence } from '../fault-sentence.ts';

export const summary = 'Rebuild all projections from the log and compare them with the ones in use';

export const usage = `usage: sillok replay [--data FOLDER] [--json]

Reads each institution's log from the first event into new projections beside the old ones, and compares digests.
The folder must not be in use. Exit code 0: all equal; 1: at least one differs.`;

export async function run(args: readonly string[]): Promise<number> {
  const parsed = readOptions(args, {
    data: { type: 'string', default: 'data' },
    json: { type: 'boolean', default: false },
  });
  if (parsed === undefined) return 2;
  const scratch = await mkdtemp(join(tmpdir(), 'sillok-replay-'));
  try {
    const projections = await replayFolder(userPath(parsed.values.data), scratch);
    const equal = projections.every((one) => one.equal);
    if (parsed.values.json) console.log(JSON.stringify({ equal, projections }));
    else console.log(projections.map(lineOf).join('\n'));
    return equal ? 0 : 1;
  } catch (error) {
    console.error(faultSentence(error));
    return 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function lineOf({ institution, projection, events, equal, digest }: ReplayedProjection): string {
  return `${equal ? 'equal ' : 'DIFFERS'} ${institution}/${projection}  ${events} events  ${digest}`;
}
