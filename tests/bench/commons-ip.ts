import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installedJudge } from '../conformance/judges/installed-judge.ts';
import { runToolOrThrow } from '../conformance/judges/run-tool.ts';

/** Another's writer of packages: makes one of these contents, from disk to disk, in a process of its own. */
export async function commonsIpWriter(parent: string, contents: readonly Uint8Array[]): Promise<() => Promise<void>> {
  const { tool, words } = await installedJudge('commons-ip');
  const folder = join(parent, `commons-ip-${contents.length}`);
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true });
  for (const [index, bytes] of contents.entries()) await writeFile(join(data, `${index}.bin`), bytes);
  await writeFile(join(folder, 'dc.xml'), '<dc/>');
  const made = join(folder, 'bench.zip');
  const order = [
    ...['create', '--sip-id=bench', '-v=2.2.0', `--path=${folder}`],
    ...[`--metadata-file=${join(folder, 'dc.xml')}`, '--metadata-type=DC', '--metadata-version=1.1'],
    ...[`--representation-data=${data}`, '--representation-type=MIXED', '--submitter-name=A', '--submitter-id=B'],
  ];
  const size = contents.reduce((sum, bytes) => sum + bytes.length, 0);
  return async () => {
    await runToolOrThrow(tool, [...words.slice(0, -1), 'org.roda_project.commons_ip2.cli.Main', ...order]);
    // Random bytes do not shrink: a smaller package lacks some.
    if ((await stat(made)).size < size) throw new RangeError('commons-ip left something out');
    await rm(made);
  };
}
