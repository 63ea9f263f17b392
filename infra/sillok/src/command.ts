/** One file under `commands/` each; the file's name is the command's name. */
export interface Command {
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** What `sillok <name> --help` prints. */
  readonly usage: string;
  /** @returns the exit code: 0 done, 1 the answer is no, 2 asked wrongly, 3 the answer is not known. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

export function isCommand(module: unknown): module is Command {
  return (
    typeof module === 'object' &&
    module !== null &&
    'summary' in module &&
    typeof module.summary === 'string' &&
    'usage' in module &&
    typeof module.usage === 'string' &&
    'run' in module &&
    typeof module.run === 'function'
  );
}
