import { createHash } from 'node:crypto';
import { ZipWriter } from '@sillok/zip';
import type { PackagePlan, PlannedFile, WrittenPackage } from './package-plan.ts';
import type { WrittenFile } from './written-file.ts';

/** A package while it is being written: each file goes into the zip, and what METS has to say of it comes back. */
export class PackageWriting {
  readonly digests: WrittenPackage['digests'][number][] = [];
  readonly #zip: ZipWriter;
  readonly #root: string;

  constructor({ packageId, createdAt }: PackagePlan) {
    this.#root = packageId;
    this.#zip = new ZipWriter(createdAt);
  }

  /** `folder` ends with `/` or is empty; the answer speaks of the file as the METS in that folder would. */
  async put<Planned extends PlannedFile>(folder: string, planned: Planned): Promise<Planned & WrittenFile> {
    const { bytes, sha256 } = await drained(planned.content());
    this.#zip.add(`${this.#root}/${folder}${planned.path}`, bytes);
    this.digests.push({ path: `${folder}${planned.path}`, sha256, bytes: bytes.length });
    return { ...planned, bytes: bytes.length, sha256 };
  }

  async putAll<Planned extends PlannedFile>(folder: string, planned: readonly Planned[]) {
    const written: (Planned & WrittenFile)[] = [];
    for (const one of planned) written.push(await this.put(folder, one));
    return written;
  }

  /** The root METS and its signature, of which no METS speaks. */
  putLast(name: string, bytes: Uint8Array): void {
    this.#zip.add(`${this.#root}/${name}`, bytes);
  }

  end(): Promise<Uint8Array> {
    return this.#zip.end();
  }
}

async function drained(content: ReturnType<PlannedFile['content']>): Promise<{ bytes: Uint8Array; sha256: string }> {
  const hash = createHash('sha256');
  if (!(Symbol.asyncIterator in content)) {
    const bytes = await content;
    return { bytes, sha256: hash.update(bytes).digest('hex') };
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of content) {
    hash.update(piece);
    pieces.push(piece);
  }
  return { bytes: Buffer.concat(pieces), sha256: hash.digest('hex') };
}
