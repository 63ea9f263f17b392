import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFiles, root } from './tree.ts';

export interface TreeCopy {
  write(file: string, text: string): void;
  /** @returns all that the tool said, and how it ended. */
  runTool(args: readonly string[]): Promise<{ readonly code: number; readonly output: string }>;
  remove(): void;
}

/** A copy of all code and settings in a folder of its own, with the installed modules as links. */
export function copyTree(): TreeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'sillok-tree-'));
  for (const file of projectFiles().filter(isCodeOrSetting)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  linkModules(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    runTool: (args) => runTool(folder, args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Links of workspaces are relative and are remade as they are, so that `@sillok/…` means the copy and not the original. */
function linkModules(from: string, to: string): void {
  mkdirSync(join(to, '@sillok'), { recursive: true });
  for (const name of readdirSync(from).filter((entry) => entry !== '@sillok'))
    symlinkSync(join(from, name), join(to, name));
  for (const name of readdirSync(join(from, '@sillok'))) {
    symlinkSync(readlinkSync(join(from, '@sillok', name)), join(to, '@sillok', name));
  }
}

function isCodeOrSetting(file: string): boolean {
  return (
    /\.(ts|js|mjs|json)$|^\.gitignore$/.test(file) && !file.startsWith('tests/vectors/') && existsSync(join(root, file))
  );
}

function runTool(cwd: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  return new Promise((resolve) => {
    const all = [join(cwd, 'run.js'), ...args];
    execFile(process.execPath, all, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}\n${stderr}` });
    });
  });
}
