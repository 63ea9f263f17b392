import { readPackage, signaturePath } from '@sillok/archival-package';
import type { SmallCountry } from '../../../infra/sillok/src/composition/small-country.ts';
import { type RawZipEntry, rawZip } from '../../../libs/archival-package/src/testing/raw-zip.ts';
import { sign } from './forged-message.ts';

export interface SubmissionForgery {
  /** Under which name of a transfer it comes; its own, if nothing is said. */
  readonly transferId?: string;
  /** Changes the root METS before it is signed anew, or after. */
  readonly mets?: (text: string) => string;
  readonly afterSigning?: (text: string) => string;
  /** Changes a file, or leaves it out, and the METS as it is. */
  readonly file?: (path: string, bytes: Uint8Array) => Uint8Array | undefined;
  readonly beside?: Readonly<Record<string, Uint8Array>>;
  /** By whose key it is signed; the sender's own, if nothing is said. */
  readonly keyId?: string;
}

/** A submission made of a real one, its METS signed anew by a key of the country: all is right but what was changed. */
export async function forgedSubmission(country: SmallCountry, bytes: Uint8Array, forgery: SubmissionForgery) {
  return rawZip(await forgedEntries(country, bytes, forgery));
}

/** The same as entries, for whoever wants to lie about those too. */
export async function forgedEntries(
  country: SmallCountry,
  bytes: Uint8Array,
  { transferId, mets = same, afterSigning = same, file = (_, content) => content, ...more }: SubmissionForgery,
): Promise<readonly RawZipEntry[]> {
  const { name, files } = await unpacked(bytes);
  const root = transferId ?? name;
  const original = new TextDecoder().decode(files.get(metsPath)).replaceAll(name, root);
  const signed = new TextEncoder().encode(mets(original));
  const signature = await sign(country, more.keyId ?? 'munhwa-seal', signed, country.clock.now());
  files.set(metsPath, new TextEncoder().encode(afterSigning(mets(original))));
  files.set(signaturePath, signature);
  for (const [path, content] of Object.entries(more.beside ?? {})) files.set(path, content);
  return [...files].flatMap(([path, content]) => {
    const changed = file(path, content);
    return changed === undefined ? [] : [{ name: `${root}/${path}`, content: changed }];
  });
}

const metsPath = 'METS.xml';

function same(text: string): string {
  return text;
}

async function unpacked(bytes: Uint8Array) {
  const source = await readPackage({ name: 'package.zip', bytes });
  try {
    const files = new Map<string, Uint8Array>();
    for (const [path, file] of source.files) {
      const pieces: Uint8Array[] = [];
      for await (const piece of await file.open()) pieces.push(piece);
      files.set(path, Buffer.concat(pieces));
    }
    return { name: source.rootName, files };
  } finally {
    await source.close();
  }
}
