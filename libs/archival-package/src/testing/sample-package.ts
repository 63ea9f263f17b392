import { createHash } from 'node:crypto';
import { type SampleFile, sampleMets } from './sample-mets.ts';

/** Paths inside the root folder and what lies there. */
export type SampleFiles = Map<string, Uint8Array>;

export const sampleName = 'sample-package';

/** A small E-ARK SIP 2.2.0 about which nothing is left to say: every MUST, SHOULD and MAY is met. */
export function samplePackage(change: Readonly<Record<string, (mets: string) => string>> = {}): SampleFiles {
  const files: SampleFiles = new Map([
    ['metadata/descriptive/dc.xml', bytes('<dc/>')],
    ['metadata/preservation/premis.xml', bytes('<premis xmlns="http://www.loc.gov/premis/v3" version="3.0"/>')],
    ['metadata/other/rights.xml', bytes('<rights/>')],
    ['documentation/read me.txt', bytes('Read this first.')],
    ['schemas/mets.xsd', bytes('<schema/>')],
    ['representations/rep1/data/letter.txt', bytes('A letter.')],
    ['representations/rep1/metadata/descriptive/dc.xml', bytes('<dc>rep1</dc>')],
    [
      'representations/rep1/metadata/preservation/premis.xml',
      bytes('<premis xmlns="http://www.loc.gov/premis/v3" version="3.0"> </premis>'),
    ],
  ]);
  for (const [path, folder] of [
    ['representations/rep1/METS.xml', 'representations/rep1/'],
    ['METS.xml', ''],
  ] as const) {
    const mets = sampleMets(folder, (name) => described(files, `${folder}${name}`));
    files.set(path, bytes((change[path] ?? ((same) => same))(mets)));
  }
  return files;
}

function described(files: SampleFiles, path: string): SampleFile {
  const content = files.get(path) ?? new Uint8Array();
  return { size: content.length, checksum: createHash('sha256').update(content).digest('hex') };
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
