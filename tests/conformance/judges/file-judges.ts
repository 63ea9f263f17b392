import type { Judgement } from './judgement.ts';
import { runTool, type ToolRun } from './run-tool.ts';

/**
 * Poppler on the signatures of a PDF: ok when there is one, each CMS signature is valid and none has a range that does
 * not fit. It keeps its roots in a database of NSS, so it is not asked about certificates, and it cannot verify
 * document timestamps, which it names and which are passed over here.
 */
export async function pdfsig(file: string): Promise<Judgement> {
  const run = await runTool('pdfsig', ['-nocert', file]);
  const verdicts = [...run.stdout.matchAll(/Signature Validation: (.*)/g)].map((match) => match[1] ?? '');
  const timestamps = [...run.stdout.matchAll(/Signature Type: ETSI\.RFC3161/g)].length;
  const valid = verdicts.filter((verdict) => verdict.startsWith('Signature is Valid')).length;
  const ok = run.code === 0 && valid > 0 && valid + timestamps === verdicts.length;
  return { ok, output: all(run), warnings: /^.*not signed.*$/gim.exec(run.stdout) ?? [] };
}

/** qpdf on the structure of a PDF: ok without an error and without a warning. */
export async function qpdf(file: string): Promise<Judgement> {
  const run = await runTool('qpdf', ['--check', file]);
  return { ok: run.code === 0, output: all(run), warnings: all(run).match(/^WARNING.*$/gm) ?? [] };
}

/** libxml2 on well-formedness, and on a schema where one is given. Nothing is fetched. */
export async function xmllint(file: string, schema?: string): Promise<Judgement> {
  const asked = schema === undefined ? [] : ['--schema', schema];
  const run = await runTool('xmllint', ['--noout', '--nonet', ...asked, file]);
  return { ok: run.code === 0, output: all(run), warnings: all(run).match(/^.*warning.*$/gm) ?? [] };
}

function all(run: ToolRun): string {
  return run.stdout + run.stderr;
}
