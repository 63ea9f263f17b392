import { globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { xmllint } from './file-judges.ts';
import { schematron } from './json-judges.ts';
import { runTool } from './run-tool.ts';

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

/**
 * Every `METS.xml` of an unpacked package by the stock schema in `specs`: what xmllint has against them. The schema
 * imports XLink from the web; a catalogue hands xmllint the copy beside it.
 */
export async function metsTroubles(folder: string, specs: string): Promise<readonly string[]> {
  const schemas = join(specs, 'loc');
  const work = await mkdtemp(join(tmpdir(), 'sillok-catalog-'));
  try {
    const catalog = join(work, 'catalog.xml');
    const uri = pathToFileURL(join(schemas, 'xlink.xsd')).href;
    const system = `<system systemId="http://www.loc.gov/standards/xlink/xlink.xsd" uri="${uri}"/>`;
    await writeFile(catalog, `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${system}</catalog>`);
    const files = filesCalled('METS.xml', folder);
    const asked = ['xmllint', '--noout', '--nonet', '--schema', join(schemas, 'mets.xsd'), ...files];
    const { code, stderr } = await runTool('env', [`XML_CATALOG_FILES=${catalog}`, ...asked]);
    const accepted = new Set(files.map((file) => `${file} validates`));
    const troubles = stderr.split('\n').filter((line) => line !== '' && !accepted.delete(line));
    return [...troubles, ...accepted, ...(code === 0 ? [] : [`xmllint ended with ${code}`])];
  } finally {
    await rm(work, { recursive: true, force: true });
  }
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
