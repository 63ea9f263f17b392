import { resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Reads a command's arguments; a wrong one is a sentence on stderr and exit code 2, never a stack trace. */
export function readOptions<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    console.error(`sillok: ${error instanceof Error ? error.message : 'the options cannot be read'}`);
    return undefined;
  }
}

/** npm starts scripts in the project's folder; paths mean what they meant where the user stood. */
export function userPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
