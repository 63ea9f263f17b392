import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a stranger has: the package, and two things from elsewhere. */
export interface StrangersFiles {
  /** A zip. */
  readonly packageBytes: Uint8Array;
  /** PEM. */
  readonly root: string;
  /** One line (c2sp.org/signed-note). */
  readonly verifierKey: string;
}

export interface Answer {
  /** The commands came to their end and said so. */
  readonly ok: boolean;
  readonly said: string;
}

export interface Stranger {
  /** The package's folder. */
  readonly root: string;
  /** The commands of the page that lies in the package, in their order, without the unpacking. */
  readonly steps: readonly string[];
  /** What unpacking said. */
  readonly unpacked: Answer;
}

/** Unpacks a package in a new folder as its own page says, by the tools that the page names. */
export async function strangerWith(folder: string, files: StrangersFiles): Promise<Stranger> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.zip'), files.packageBytes);
  await writeFile(join(folder, 'root.pem'), files.root);
  await writeFile(join(folder, 'log.vkey'), `${files.verifierKey}\n`);
  const page = await bash("unzip -p package.zip '*/documentation/how-to-check.html'", folder);
  const [unpack = '', ...steps] = commandsIn(page.said);
  const unpacked = await bash(unpack, folder);
  const name = readdirSync(folder, { withFileTypes: true }).find((one) => one.isDirectory())?.name ?? '';
  return { root: join(folder, name), steps, unpacked };
}

/** Ends the commands when they take longer than `timeout` milliseconds. */
export function bash(commands: string, folder: string, timeout = 50_000): Promise<Answer> {
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout, env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' } };
    const child = execFile('bash', ['--norc', '-c', commands], options, (error, out, err) => {
      resolve({ ok: error === null && / OK\n$/.test(out), said: `${out}${err}` });
    });
    child.stdin?.end();
  });
}

function commandsIn(page: string): readonly string[] {
  const blocks = [...page.matchAll(/<pre>([\s\S]*?)<\/pre>/g)].map((match) => match[1] ?? '');
  return blocks.map((block) => block.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

/** Changes one file of an unpacked package. */
export async function changeFile(root: string, path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  const file = join(root, path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isThere = readdirSync(join(file, '..')).includes(name);
  await writeFile(file, change(isThere ? readFileSync(file) : Buffer.alloc(0)));
}
