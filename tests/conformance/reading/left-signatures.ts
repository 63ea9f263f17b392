import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readAsic } from '@sillok/exchange-container';
import type { DetachedSignature } from '../judges.ts';
import { signerInfoOf } from './signer-info.ts';

/** Every CAdES signature with its content below a folder, sorted. Throws where one lies beside nothing. */
export function detachedIn(folder: string): readonly DetachedSignature[] {
  const found = globSync('**/*.p7s', { cwd: folder }).map((path) => join(folder, path));
  return found.toSorted().map((p7s) => ({ p7s, content: contentOf(p7s) }));
}

export function containersIn(folder: string): readonly string[] {
  return globSync('**/*.asice', { cwd: folder })
    .map((path) => join(folder, path))
    .toSorted();
}

/** Takes what is signed, and what signs it, out of a container (EN 319 162-1 §4.4.2) into a new folder. */
export async function signatureOfContainer(container: string, into: string): Promise<DetachedSignature> {
  const { manifests, signatures } = await readAsic(new Uint8Array(await readFile(container)));
  const [[signature], [manifest]] = [signatures, manifests];
  if (signature === undefined || manifest === undefined || signatures.length + manifests.length > 2) {
    throw new Error(`${container} must have one manifest and one signature`);
  }
  const [p7s, content] = [join(into, 'signature.p7s'), join(into, 'manifest.xml')];
  await mkdir(into, { recursive: true });
  await writeFile(p7s, signature.bytes);
  await writeFile(content, manifest.bytes);
  return { p7s, content };
}

/** Takes the octets that a signature timestamp is over, and its token, out of a signature into a new folder. */
export async function timestampOf(
  p7s: string,
  into: string,
): Promise<{ readonly token: string; readonly data: string }> {
  const { signature, timestampToken } = signerInfoOf(await readFile(p7s));
  if (timestampToken === undefined) throw new Error(`${p7s} has no signature timestamp`);
  const [token, data] = [join(into, 'timestamp.tst'), join(into, 'signature.bin')];
  await mkdir(into, { recursive: true });
  await writeFile(token, timestampToken);
  await writeFile(data, signature);
  return { token, data };
}

// A package keeps its seal out of sight of what METS has to list: signature/metadata/METS.xml.p7s over METS.xml.
function contentOf(p7s: string): string {
  const name = basename(p7s, '.p7s');
  if (name !== 'METS.xml') return join(dirname(p7s), `${name}.json`);
  return p7s.replace(/(signature\/metadata\/)?METS\.xml\.p7s$/, 'METS.xml');
}
