import { globSync } from 'node:fs';
import { join } from 'node:path';
import { xmllint } from './file-judges.ts';
import { schematron } from './json-judges.ts';

/**
 * Every `erms.xml`, `premis.xml` and `dc.xml` of an unpacked package, by the stock schemas in `specs` and the Schematron
 * of CITS ERMS: what the judges have against them, nothing where all hold. Throws where there is none of one kind.
 */
export async function metadataTroubles(folder: string, specs: string): Promise<readonly string[]> {
  const erms = filesCalled('erms.xml', folder);
  const troubles = [
    ...(await schemaTroubles(erms, join(specs, 'cits-erms', 'ERMS_v3.xsd'))),
    ...(await schemaTroubles(filesCalled('premis.xml', folder), join(specs, 'loc', 'premis-v3-0.xsd'))),
    ...(await schemaTroubles(filesCalled('dc.xml', folder))),
  ];
  const judged = await schematron(erms, join(specs, 'cits-erms', 'erms_v3.sch'));
  return judged.ok ? troubles : [...troubles, judged.output];
}

function filesCalled(name: string, folder: string): readonly string[] {
  const files = globSync(`**/${name}`, { cwd: folder }).map((path) => join(folder, path));
  if (files.length === 0) throw new Error(`${folder} has no ${name}`);
  return files.toSorted();
}

async function schemaTroubles(files: readonly string[], schema?: string): Promise<readonly string[]> {
  const judged = await Promise.all(files.map((file) => xmllint(file, schema)));
  return judged.flatMap(({ ok, output }) => (ok ? [] : [output]));
}
