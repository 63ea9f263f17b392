/**
 * The one entry of every script, in plain JavaScript that any Node from 18 on can read. It installs what is
 * missing, then runs a .ts file or a package's tool on the pinned Node: `node run.js <file.ts | package> [arguments]`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');
const remembered = join(modules, '.installed');
const busy = join(root, '.installing');
const nodeMajor = '24';

export async function run(target, args) {
  await installMissing();
  const node = pinnedNode();
  const isTool = extname(target) !== '.ts';
  const file = isTool ? toolFile(target) : join(root, target);
  if (isTool) process.chdir(root);
  if (node !== process.execPath) return runOn(node, [file, ...args]);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}

/** Compares digests, not times: a checkout or a restored cache moves times at will. */
async function installMissing() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (isInstalled(wanted)) return;
  while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    if (isInstalled(wanted)) return;
    install();
    writeFileSync(remembered, wanted);
  } finally {
    rmSync(busy, { recursive: true, force: true });
  }
}

function isInstalled(wanted) {
  return existsSync(remembered) && readFileSync(remembered, 'utf8') === wanted;
}

/** The folder is the lock. One whose owner was killed in the middle is swept away, so that nobody waits for ever. */
function takeLock() {
  try {
    mkdirSync(busy);
    writeFileSync(join(busy, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') fail(`sillok: the folder ${root} cannot be written to (${error.code}).`);
    const owner = existsSync(join(busy, 'pid')) ? Number(readFileSync(join(busy, 'pid'), 'utf8')) : 0;
    if (owner > 0 && !isAlive(owner)) rmSync(busy, { recursive: true, force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Not `npm ci`: that deletes the modules under a process that runs. npm's words go to stderr, answers own stdout. */
function install() {
  process.stderr.write('sillok: installing what is missing (about 20 seconds the first time) …\n');
  const args = ['install', '--no-save', '--ignore-scripts', '--include=dev', '--loglevel=error'];
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (error || status !== 0) {
    rmSync(busy, { recursive: true, force: true });
    fail(`sillok: npm install did not succeed (${error ? error.message : `exit code ${status}`}).`);
  }
}

function pinnedNode() {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const binary = os === 'win' ? 'node.exe' : 'node';
  const pinned = join(modules, `node-${os}-${process.arch}`, 'bin', binary);
  if (existsSync(pinned)) return realpathSync(pinned);
  if (process.versions.node.split('.')[0] === nodeMajor) return process.execPath;
  return fail(`sillok: Node ${nodeMajor} is needed and there is none for ${os}-${process.arch}; please install it.`);
}

function toolFile(name) {
  const folder = join(modules, name);
  if (!existsSync(folder)) return fail(`sillok: ${name} is not a tool of this project.`);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof bin === 'string') return join(folder, bin);
  return join(folder, bin[name.split('/').pop()] ?? Object.values(bin)[0]);
}

/** The terminal sends Ctrl-C to the whole group, so SIGINT is only outlived here; the others are passed on. */
function runOn(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' });
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`sillok: ${node} does not start (${error.message}).`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const [, started, target, ...rest] = process.argv;
if (started && existsSync(started) && realpathSync(started) === fileURLToPath(import.meta.url)) {
  if (target) await run(target, rest);
  else fail('usage: node run.js <file.ts | package> [arguments]');
}
