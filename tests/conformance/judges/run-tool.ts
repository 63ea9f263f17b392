import { spawn } from 'node:child_process';

export interface ToolRun {
  /** Exit status; -1 when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const howToGet: Readonly<Record<string, string>> = {
  java: 'a Java 17 runtime (Debian: default-jdk-headless)',
  javac: 'a Java 17 compiler (Debian: default-jdk-headless)',
  mvn: 'Maven 3 (Debian: maven)',
  openssl: 'OpenSSL 3 (Debian: openssl)',
  pdfsig: 'Poppler (Debian: poppler-utils)',
  python3: 'Python 3.9 or later with venv (Debian: python3-venv)',
  qpdf: 'qpdf (Debian: qpdf)',
  unzip: 'Info-ZIP (Debian: unzip)',
  xmllint: 'libxml2 (Debian: libxml2-utils)',
};

/** Runs a program to its end. Throws, naming the program and where it comes from, when it is not there. */
export function runTool(tool: string, words: readonly string[], input?: Uint8Array): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, words, { stdio: ['pipe', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    // A program may end before it has read all; its exit says what happened.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (cause) => reject(missing(tool, cause)));
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

/** The same, for a step that must not fail. */
export async function runToolOrThrow(tool: string, words: readonly string[]): Promise<ToolRun> {
  const run = await runTool(tool, words);
  if (run.code === 0) return run;
  throw new Error(`${tool} ${words.join(' ')} ended with ${run.code}:\n${run.stdout}${run.stderr}`);
}

function missing(tool: string, cause: Error): Error {
  const hint = howToGet[tool] ?? tool;
  return new Error(`The outside judges need ${tool}, which cannot be started here: install ${hint}.`, { cause });
}
