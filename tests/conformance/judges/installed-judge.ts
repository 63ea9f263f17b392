import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runToolOrThrow } from './run-tool.ts';

export const judgeNames = ['dss', 'verapdf', 'pyhanko'] as const;
export type JudgeName = (typeof judgeNames)[number];

/** A program and its first words; the judge's own options follow. */
export interface JudgeCommand {
  readonly tool: string;
  readonly words: readonly string[];
}

const sources: Readonly<Record<JudgeName, readonly string[]>> = {
  dss: ['dss.pom.xml', 'AskDss.java', 'Json.java'],
  verapdf: ['verapdf.pom.xml', 'AskVeraPdf.java', 'Json.java'],
  pyhanko: ['pyhanko.requirements.txt', 'ask_pyhanko.py'],
};

/**
 * Installs a judge when this version of its sources is not installed yet, and answers how to call it. Goes online
 * (by `mvn` or `pip`) only then.
 */
export async function installedJudge(name: JudgeName): Promise<JudgeCommand> {
  const home = process.env['SILLOK_JUDGES_HOME'] ?? join(homedir(), '.cache', 'sillok-judges');
  const folder = join(home, `${name}-${await digestOfSources(name)}`);
  if (!(await exists(folder))) await install(name, folder);
  return name === 'pyhanko' ? pythonJudge(folder) : javaJudge(name, folder);
}

function javaJudge(name: 'dss' | 'verapdf', folder: string): JudgeCommand {
  const main = name === 'dss' ? 'AskDss' : 'AskVeraPdf';
  const classPath = `${join(folder, 'classes')}:${join(folder, 'lib')}/*`;
  return { tool: 'java', words: ['-Xmx1g', '-XX:TieredStopAtLevel=1', '-cp', classPath, main] };
}

function pythonJudge(folder: string): JudgeCommand {
  return { tool: join(folder, 'venv', 'bin', 'python'), words: [join(folder, 'ask_pyhanko.py')] };
}

// Built aside and moved into place whole: two test files may start at once, and an interrupted build leaves nothing.
async function install(name: JudgeName, folder: string): Promise<void> {
  const building = `${folder}.${randomUUID()}`;
  await mkdir(building, { recursive: true });
  try {
    for (const file of sources[name]) await cp(join(import.meta.dirname, file), join(building, file));
    await (name === 'pyhanko' ? buildPython(building) : buildJava(name, building));
    await rename(building, folder);
  } catch (error) {
    if (!(await exists(folder))) throw error;
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function buildJava(name: 'dss' | 'verapdf', folder: string): Promise<void> {
  const lib = join(folder, 'lib');
  const pom = join(folder, `${name}.pom.xml`);
  await runToolOrThrow('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`]);
  const java = sources[name].filter((file) => file.endsWith('.java')).map((file) => join(folder, file));
  const classes = join(folder, 'classes');
  await runToolOrThrow('javac', ['-encoding', 'UTF-8', '-cp', `${lib}/*`, '-d', classes, ...java]);
}

async function buildPython(folder: string): Promise<void> {
  const venv = join(folder, 'venv');
  await runToolOrThrow('python3', ['-m', 'venv', venv]);
  const wanted = join(folder, 'pyhanko.requirements.txt');
  await runToolOrThrow(join(venv, 'bin', 'python'), ['-m', 'pip', '-q', 'install', '-r', wanted]);
}

async function digestOfSources(name: JudgeName): Promise<string> {
  const hash = createHash('sha256');
  for (const file of sources[name]) hash.update(await readFile(join(import.meta.dirname, file)));
  return hash.digest('hex').slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
