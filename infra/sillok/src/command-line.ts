import { existsSync, readdirSync } from 'node:fs';
import { type Command, isCommand } from './command.ts';

const folder = new URL('./commands/', import.meta.url);

/** @returns the exit code; 2 where the command line itself makes no sense. */
export async function startCommandLine(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || isHelp(name)) return say(await overview());
  if (!commandNames().includes(name)) {
    console.error(`sillok: there is no command "${name}"; "sillok --help" lists them.`);
    return 2;
  }
  const command = await loadCommand(name);
  return rest.some(isHelp) ? say(command.usage) : command.run(rest);
}

/** Names of files, so that a list costs no loading of what it lists. */
export function commandNames(): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return files.map((file) => file.slice(0, -'.ts'.length)).sort();
}

async function loadCommand(name: string): Promise<Command> {
  const module: unknown = await import(new URL(`${name}.ts`, folder).href);
  if (!isCommand(module)) throw new TypeError(`commands/${name}.ts does not export summary, usage and run`);
  return module;
}

async function overview(): Promise<string> {
  const names = commandNames();
  const width = Math.max(0, ...names.map((name) => name.length));
  const lines = await Promise.all(
    names.map(async (name) => `  ${name.padEnd(width)}  ${(await loadCommand(name)).summary}`),
  );
  const list = lines.length === 0 ? ['  (none yet)'] : lines;
  return ['usage: sillok <command> [options]', '', ...list, '', '"sillok <command> --help" tells more.'].join('\n');
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

function say(text: string): number {
  console.log(text.trimEnd());
  return 0;
}
