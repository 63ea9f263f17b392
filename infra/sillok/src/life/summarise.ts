import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTrust } from '../verify/read-trust.ts';
import { verifyPath } from '../verify/verify-path.ts';

/** `summary.json`: one step an act, in the order of the log. */
export interface LifeSummary {
  readonly steps: readonly { readonly name: string; readonly event: string; readonly at: string }[];
  readonly document: { readonly number: string; readonly sha256: string };
  readonly valid: boolean;
}

export interface LivedDocument {
  readonly events: readonly { readonly id: string; readonly type: string; readonly at: string }[];
  readonly number: string | null;
  /** Of the record copy, or of the scan. */
  readonly sha256: string | null;
}

/** The summary is the last artifact; whether all is valid is asked of the files alone. */
export async function summarise({ events, number, sha256 }: LivedDocument, out: string): Promise<LifeSummary> {
  const steps = events.map(({ id, type, at }) => ({ name: nameOf(type), event: id, at }));
  const document = { number: number ?? '', sha256: sha256 ?? '' };
  const save = (valid: boolean) =>
    writeFile(join(out, 'summary.json'), `${JSON.stringify({ steps, document, valid }, null, 2)}\n`);
  await save(true);
  const { verdict } = await verifyPath(out, readTrust(join(out, 'trust.json')));
  const valid = verdict === 'passed';
  if (!valid) await save(false);
  return { steps, document, valid };
}

/** `approval.DocumentApproved.v1` is told as `DocumentApproved`. */
function nameOf(type: string): string {
  return type.split('.')[1] ?? type;
}
