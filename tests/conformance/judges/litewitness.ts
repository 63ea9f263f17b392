import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { emptyRoot } from '@sillok/ledger';
import { runToolOrThrow } from './run-tool.ts';

/** `go install filippo.io/torchwood/cmd/litewitness@v0.9.0`; it keeps its key in an agent of OpenSSH. */
export const howToGetLitewitness = 'needs litewitness and ssh-agent, as .ci/run installs them';

export interface LitewitnessProgram {
  readonly path: string;
}

export function findLitewitness(): LitewitnessProgram | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), join(homedir(), 'go', 'bin')];
  const find = (name: string) => folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  const path = find('litewitness');
  return path === undefined || find('ssh-agent') === undefined ? undefined : { path };
}

export interface OutsideWitness {
  readonly submissionPrefix: string;
  readonly verifierKey: string;
  /** From now on it knows this log. */
  know(origin: string, verifierKey: string): void;
  stop(): Promise<void>;
}

/** Starts it with a fresh key and no logs. */
export async function startLitewitness({ path }: LitewitnessProgram): Promise<OutsideWitness> {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-lw-'));
  const at = (name: string) => join(folder, name);
  const agent = spawn('ssh-agent', ['-D', '-a', at('agent')], { stdio: 'ignore' });
  const children = [agent];
  const stop = async () => {
    await Promise.all(children.map(ended));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const key = await keyInAgent(folder, agent);
    const listen = `127.0.0.1:${await freePort()}`;
    const name = 'witness.example/outside';
    const options = { db: at('w.db'), name, key, 'ssh-agent': at('agent'), listen };
    const words = Object.entries(options).flatMap(([option, value]) => [`-${option}`, value]);
    const witness = spawn(path, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    children.push(witness);
    const verifierKey = await verifierKeyOf(witness);
    await until(() => fetch(`http://${listen}/`).then((answer) => answer.ok));
    return { submissionPrefix: `http://${listen}`, verifierKey, know: (...log) => know(at('w.db'), ...log), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function keyInAgent(folder: string, agent: ChildProcess): Promise<string> {
  const socket = join(folder, 'agent');
  const key = join(folder, 'key');
  await runToolOrThrow('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  await until(() => existsSync(socket) || agent.exitCode !== null);
  await runToolOrThrow('env', [`SSH_AUTH_SOCK=${socket}`, 'ssh-add', '-q', key]);
  const { stdout } = await runToolOrThrow('ssh-keygen', ['-l', '-f', `${key}.pub`]);
  return /SHA256:\S+/.exec(stdout)?.[0] ?? '';
}

async function verifierKeyOf(witness: ChildProcess): Promise<string> {
  let said = '';
  witness.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const found = () => /vkey="?([^\s"]+)/.exec(said)?.[1];
  await until(() => found() !== undefined || witness.exitCode !== null);
  const key = found();
  if (key === undefined) throw new Error(`litewitness did not start: ${said}`);
  return key;
}

function know(file: string, origin: string, verifierKey: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  const root = Buffer.from(emptyRoot).toString('base64');
  database.prepare('INSERT INTO log (origin, tree_size, tree_hash) VALUES (?, 0, ?)').run(origin, root);
  database.prepare('INSERT INTO key (origin, key) VALUES (?, ?)').run(origin, verifierKey);
  database.close();
}

// It says nowhere which port it was given, so it must be told one.
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await Promise.resolve(isSo()).catch(() => false)) return;
    await delay(25);
  }
  throw new Error('waited in vain for the outside witness');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = once(child, 'exit');
  child.kill('SIGTERM');
  await end;
}
