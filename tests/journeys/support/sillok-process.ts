import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../infra/sillok/src/main.ts', import.meta.url));

const deadly = ['rename', 'event'].flatMap((what) => [
  '--import',
  new URL(`../../faults/die-at-${what}.ts`, import.meta.url).href,
]);

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Server {
  readonly port: number;
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Runs a command to its end, as a user would. */
export function sillok(...args: readonly string[]): Promise<Ended> {
  return start(args).ended;
}

/** Starts the server without waiting for anything; `ready` with its port, or never where it ends before. */
export function launchServer(dataFolder: string, { port = 0, die }: ServerOptions = {}) {
  const { child, ended, said } = start(['start', '--empty', '--port', String(port), '--data', dataFolder], die);
  const heard = new Promise<number>((resolve) => {
    child.stdout?.on('data', () => {
      const found = /ready: http:\/\/localhost:(\d+)/.exec(said());
      if (found !== null) resolve(Number(found[1]));
    });
  });
  const ends = ended.then(({ code, stderr }) => {
    throw new Error(`the server ended with ${code}: ${stderr}`);
  });
  const ready = Promise.race([heard, ends]);
  ready.catch(() => undefined);
  return { child, ended, ready };
}

export interface ServerOptions {
  readonly port?: number;
  /** `before|after <file> <n>` or `unwritten|written <event type> <n>`: see `tests/faults/die-at-….ts`. */
  readonly die?: string;
}

/** Starts the small country in a process of its own, without documents, and waits until it is ready. */
export async function startServer(dataFolder: string, options: ServerOptions = {}): Promise<Server> {
  const { child, ended, ready } = launchServer(dataFolder, options);
  return { port: await ready, child, ended };
}

export async function stopServer({ child, ended }: Server, signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
  child.kill(signal);
  return ended;
}

function start(args: readonly string[], die?: string) {
  const env = die === undefined ? process.env : { ...process.env, SILLOK_DIE: die };
  const before = die === undefined ? [] : deadly;
  const child = spawn(process.execPath, [...before, main, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, stdout, stderr }));
  // Whoever does not ask how it ended is not told.
  ended.catch(() => undefined);
  return { child, ended, said: () => stdout };
}
