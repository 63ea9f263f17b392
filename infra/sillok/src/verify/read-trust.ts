import { dirname, resolve } from 'node:path';
import { type Anchors, type NewestCheckpoint, strictText } from '@sillok/evidence/verifying';
import { hasCode } from '@sillok/kernel';
import { openCheckpoint, parseVerifierKey } from '@sillok/ledger';
import { pemCertificates } from '@sillok/signatures';
import { z } from 'zod';
import { readInput, wrongUse } from './input-file.ts';

const paths = z.array(z.string().min(1)).default([]);

/** Each a path relative to the file: PEM, verifier keys, a signed checkpoint, DER, DER. */
const trustFile = z.strictObject({
  roots: paths,
  witnesses: paths,
  checkpoint: z.string().min(1).optional(),
  crls: paths,
  ocsp: paths,
});

/** Throws input-invalid naming the member of the file that is wrong. */
export function readTrust(file: string): Anchors {
  const { roots, witnesses, checkpoint, crls, ocsp } = parse(file);
  const read = (path: string, field: string) => readInput(resolve(dirname(file), path), field);
  const each = <Value>(list: readonly string[], member: string, of: (bytes: Uint8Array, field: string) => Value) =>
    list.map((path, index) => of(read(path, `${member}[${index}]`), `${member}[${index}]`));
  const keys = each(witnesses, 'witnesses', verifierKeyIn);
  const newest = checkpoint === undefined ? undefined : checkpointIn(read(checkpoint, 'checkpoint'), keys);
  return {
    trust: {
      roots: each(roots, 'roots', certificatesIn).flat(),
      crls: each(crls, 'crls', derIn),
      ocsp: each(ocsp, 'ocsp', derIn),
    },
    witnesses: keys,
    ...(newest === undefined ? {} : { newest }),
  };
}

function parse(file: string): z.infer<typeof trustFile> {
  const text = strictText(readInput(file, '--trust')) ?? '';
  const parsed = trustFile.safeParse(jsonIn(text, file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(extra === undefined ? [] : [extra])];
  const field = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  throw wrongUse(`${file}: ${issue?.message ?? 'is no trust file'}`, field.replace(/^\./, ''));
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrongUse(`${file} is no JSON`, '--trust');
  }
}

function certificatesIn(bytes: Uint8Array, field: string): readonly Uint8Array[] {
  const found = pemCertificates(strictText(bytes) ?? '');
  if (found.length === 0) throw wrongUse('there is no certificate in PEM', field);
  return found;
}

function verifierKeyIn(bytes: Uint8Array, field: string): string {
  const text = (strictText(bytes) ?? '').replace(/\r?\n$/, '');
  try {
    return parseVerifierKey(text).text;
  } catch {
    throw wrongUse('there is no verifier key of a signed note', field);
  }
}

/** One that does not open is a finding about the log, since it may be the very file that is asked about. */
function checkpointIn(bytes: Uint8Array, witnesses: readonly string[]): NewestCheckpoint {
  if (witnesses.length === 0) throw wrongUse('a checkpoint needs the keys that signed it as witnesses', 'checkpoint');
  try {
    return openCheckpoint(bytes, witnesses);
  } catch (error) {
    if (!hasCode(error, 'LEDGER_CHECKPOINT_INVALID') || !(error instanceof Error)) throw error;
    return { fault: error.message };
  }
}

/** One value and nothing behind it; what it says is judged where it is used. */
function derIn(bytes: Uint8Array, field: string): Uint8Array {
  const [tag, first = 0] = bytes;
  const count = first < 0x80 ? 0 : first & 0x7f;
  const length = count === 0 ? first : bytes.subarray(2, 2 + count).reduce((sum, octet) => sum * 256 + octet, 0);
  if (tag !== 0x30 || first === 0x80 || 2 + count + length !== bytes.length) throw wrongUse('there is no DER', field);
  return bytes;
}
