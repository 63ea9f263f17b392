import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from './tree.ts';

let tree = '';
const pinned = () => join(tree, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'sillok-entry-'));
  copyFileSync(join(root, 'run.js'), join(tree, 'run.js'));
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{}');
  write(
    'hello.ts',
    'const words: string[] = process.argv.slice(2);\nconsole.log(words.join(" "));\nprocess.exitCode = 7;\n',
  );
  script(
    'bin/npm',
    `echo "rubbish from npm"; echo "$*" >> "${tree}/npm.log"; sleep 0.3; mkdir -p "${tree}/node_modules"`,
  );
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

describe('run.js with everything installed', () => {
  beforeEach(() => {
    write('node_modules/.installed', createHash('sha256').update('{}').digest('hex'));
  });

  test('passes arguments and the exit code on to the pinned Node', async () => {
    pin();
    const { code, stdout, stderr } = await run('hello.ts', 'a', '--fresh');
    expect({ code, stdout, stderr }).toEqual({ code: 7, stdout: 'a --fresh\n', stderr: 'pinned\n' });
  });

  test('runs in place where this Node is the right one', async () => {
    write('pid.ts', 'console.log(process.pid);');
    const { child, stdout } = await run('pid.ts');
    expect(stdout).toBe(`${child.pid}\n`);
  });

  test('runs the tool of a package in the root', async () => {
    write('node_modules/@some/tool/package.json', '{ "bin": { "other": "no.js", "tool": "yes.cjs" } }');
    write('node_modules/@some/tool/yes.cjs', 'console.log(process.cwd(), process.argv[2]);');
    const { stdout } = await run('@some/tool', '--version');
    expect(stdout).toMatch(/sillok-entry-\w+ --version\n$/);
  });

  test('says in one sentence that it knows no such tool', async () => {
    const { code, stderr } = await run('no-such-tool');
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
  });

  test('says in one sentence that there is no Node 24', async () => {
    write('old.mjs', "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.1.0' } });");
    const { code, stderr } = await runNode(
      '--import',
      `file://${join(tree, 'old.mjs')}`,
      join(tree, 'run.js'),
      'hello.ts',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^sillok: Node 24 is needed[^\n]*\n$/);
  });

  test('passes a request to stop on and answers with what the stopped one says', async () => {
    pin();
    write(
      'wait.ts',
      "process.on('SIGTERM', () => process.exit(5));\nsetInterval(() => {}, 1000);\nconsole.log('ready');",
    );
    const { code } = await run('wait.ts', (child) => child.kill('SIGTERM'));
    expect(code).toBe(5);
  });

  test('tells by its exit code that a signal ended what it started', async () => {
    pin();
    write('die.ts', "process.kill(process.pid, 'SIGKILL');");
    expect((await run('die.ts')).code).toBe(137);
  });
});

describe('run.js on a fresh clone', () => {
  test('installs once for two that start together, and keeps npm away from the answer', async () => {
    const both = await Promise.all([run('hello.ts', 'one'), run('hello.ts', 'two')]);
    expect(both.map(({ code, stdout }) => [code, stdout])).toEqual([
      [7, 'one\n'],
      [7, 'two\n'],
    ]);
    expect(npmLog()).toEqual(['install --no-save --ignore-scripts --include=dev --loglevel=error']);
    expect(existsSync(join(tree, '.installing'))).toBe(false);
  });

  test('installs again only when the lock is another', async () => {
    await run('hello.ts');
    await run('hello.ts');
    expect(npmLog()).toHaveLength(1);
    write('package-lock.json', '{ "changed": true }');
    await run('hello.ts');
    expect(npmLog()).toHaveLength(2);
  });

  test('does not wait for one who was killed while installing', async () => {
    write('.installing/pid', String(await pidOfTheDead()));
    expect((await run('hello.ts')).code).toBe(7);
  });

  test('says in one sentence that npm failed, and tries again the next time', async () => {
    script('bin/npm', 'exit 9');
    const { code, stderr } = await run('hello.ts');
    expect(code).toBe(1);
    expect(stderr).toContain('sillok: npm install did not succeed (exit code 9).');
    expect(existsSync(join(tree, '.installing')) || existsSync(join(tree, 'node_modules', '.installed'))).toBe(false);
  });
});

describe('sillok.js', () => {
  test.each([
    [['--help'], 0],
    [['no-such-command'], 2],
  ])('starts the product as a process: %j ends with %i', async (args, expected) => {
    const { code, stdout, stderr } = await runNode(join(root, 'sillok.js'), ...args);
    expect(code).toBe(expected);
    expect(`${stdout}${stderr}`).toContain('sillok');
  });
});

/** A pinned Node that tells on stderr that it was the one. */
function pin(): void {
  script(pinned().slice(tree.length + 1), `echo pinned >&2; exec "${process.execPath}" "$@"`);
}

function write(file: string, text: string): void {
  mkdirSync(join(tree, file, '..'), { recursive: true });
  writeFileSync(join(tree, file), text);
}

function script(file: string, body: string): void {
  write(file, `#!/bin/sh\n${body}\n`);
  chmodSync(join(tree, file), 0o755);
}

function npmLog(): readonly string[] {
  return readFileSync(join(tree, 'npm.log'), 'utf8').trim().split('\n');
}

async function pidOfTheDead(): Promise<number | undefined> {
  return (await runNode('--version')).child.pid;
}

interface Ended {
  readonly child: ChildProcess;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type OnWords = (child: ChildProcess) => void;

function run(target: string, ...rest: readonly (string | OnWords)[]): Promise<Ended> {
  const words = rest.filter((word) => typeof word === 'string');
  const onWords = rest.find((word) => typeof word === 'function');
  return start([join(tree, 'run.js'), target, ...words], onWords);
}

function runNode(...args: readonly string[]): Promise<Ended> {
  return start(args);
}

function start(args: readonly string[], onWords?: OnWords): Promise<Ended> {
  const env = { ...process.env, PATH: `${join(tree, 'bin')}${delimiter}${process.env['PATH']}` };
  const child = spawn(process.execPath, args, { env });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      if (name === 'stdout') onWords?.(child);
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ child, code, ...said })));
}
