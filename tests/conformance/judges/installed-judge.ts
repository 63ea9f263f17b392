import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runToolOrThrow } from './run-tool.ts';

export const judgeNames = ['dss', 'verapdf', 'pyhanko', 'commons-ip', 'eark-validator', 'schematron'] as const;
export type JudgeName = (typeof judgeNames)[number];

/** A program and its first words; the judge's own options follow. */
export interface JudgeCommand {
  readonly tool: string;
  readonly words: readonly string[];
}

/** Sources lie beside this file: `<name>.pom.xml` for Java, `<name>.requirements.txt` for Python. */
interface JudgeSources {
  readonly language: 'java' | 'python';
  /** The file that asks, without its ending. */
  readonly main: string;
  readonly more?: readonly string[];
}

const sources: Readonly<Record<JudgeName, JudgeSources>> = {
  dss: { language: 'java', main: 'AskDss' },
  verapdf: { language: 'java', main: 'AskVeraPdf' },
  pyhanko: { language: 'python', main: 'ask_pyhanko' },
  'commons-ip': { language: 'java', main: 'AskCommonsIp', more: ['commons-ip.logback.xml'] },
  'eark-validator': { language: 'python', main: 'ask_eark_validator' },
  schematron: { language: 'java', main: 'AskSchematron' },
};

/**
 * Installs a judge when this version of its sources is not installed yet, and answers how to call it. Goes online
 * (by `mvn` or `pip`) only then.
 */
export async function installedJudge(name: JudgeName): Promise<JudgeCommand> {
  const home = process.env['SILLOK_JUDGES_HOME'] ?? join(homedir(), '.cache', 'sillok-judges');
  const folder = join(home, `${name}-${await digestOfSources(name)}`);
  if (!(await exists(folder))) await install(name, folder);
  return sources[name].language === 'python' ? pythonJudge(name, folder) : javaJudge(name, folder);
}

function javaJudge(name: JudgeName, folder: string): JudgeCommand {
  const classPath = `${join(folder, 'classes')}:${join(folder, 'lib')}/*`;
  const logging = (sources[name].more ?? []).map((file) => `-Dlogback.configurationFile=${join(folder, file)}`);
  const words = ['-Xmx1g', '-XX:TieredStopAtLevel=1', ...logging, '-cp', classPath, sources[name].main];
  return { tool: 'java', words };
}

function pythonJudge(name: JudgeName, folder: string): JudgeCommand {
  return { tool: join(folder, 'venv', 'bin', 'python'), words: [join(folder, `${sources[name].main}.py`)] };
}

// Built aside and moved into place whole: two test files may start at once, and an interrupted build leaves nothing.
async function install(name: JudgeName, folder: string): Promise<void> {
  const building = `${folder}.${randomUUID()}`;
  await mkdir(building, { recursive: true });
  try {
    for (const file of filesOf(name)) await cp(join(import.meta.dirname, file), join(building, file));
    await (sources[name].language === 'python' ? buildPython(name, building) : buildJava(name, building));
    await rename(building, folder);
  } catch (error) {
    if (!(await exists(folder))) throw error;
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function buildJava(name: JudgeName, folder: string): Promise<void> {
  const lib = join(folder, 'lib');
  const pom = join(folder, `${name}.pom.xml`);
  await runToolOrThrow('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`]);
  const java = filesOf(name)
    .filter((file) => file.endsWith('.java'))
    .map((file) => join(folder, file));
  const classes = join(folder, 'classes');
  await runToolOrThrow('javac', ['-encoding', 'UTF-8', '-cp', `${lib}/*`, '-d', classes, ...java]);
}

async function buildPython(name: JudgeName, folder: string): Promise<void> {
  const venv = join(folder, 'venv');
  await runToolOrThrow('python3', ['-m', 'venv', venv]);
  const wanted = join(folder, `${name}.requirements.txt`);
  await runToolOrThrow(join(venv, 'bin', 'python'), ['-m', 'pip', '-q', 'install', '-r', wanted]);
}

function filesOf(name: JudgeName): readonly string[] {
  const { language, main, more = [] } = sources[name];
  if (language === 'python') return [`${name}.requirements.txt`, `${main}.py`, ...more];
  return [`${name}.pom.xml`, `${main}.java`, 'Json.java', ...more];
}

async function digestOfSources(name: JudgeName): Promise<string> {
  const hash = createHash('sha256');
  for (const file of filesOf(name)) hash.update(await readFile(join(import.meta.dirname, file)));
  return hash.digest('hex').slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
