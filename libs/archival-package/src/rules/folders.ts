import type { Finding, Level } from '../finding.ts';
import type { PackageSource } from '../source/package-source.ts';
import { filesBelow, type MetsContext, representationFolders } from './mets-context.ts';
import { isNearName } from './near-name.ts';

/** One requirement on the folders of a package (CSIP, chapter "Structure of Information Packages"). */
interface FolderRule {
  readonly id: string;
  readonly level: Level;
  readonly check: (source: PackageSource, mets: MetsContext | undefined) => readonly Place[];
}

interface Place {
  readonly path: string;
  readonly message: string;
}

/**
 * CSIPSTR2 to CSIPSTR16; CSIPSTR1 is seen while opening, CSIPSTR3 and CSIPSTR14 only allow. Where a representation has
 * no file at all, its inside is not asked: there is no data that could lie in `data` and nothing for METS to describe.
 */
const folderRules: readonly FolderRule[] = [
  { id: 'CSIPSTR2', level: 'SHOULD', check: rootName },
  { id: 'CSIPSTR4', level: 'MUST', check: ({ files }) => (files.has('METS.xml') ? [] : at('', noMets(files))) },
  { id: 'CSIPSTR5', level: 'SHOULD', check: (source) => without(source, 'metadata') },
  { id: 'CSIPSTR6', level: 'SHOULD', check: (source, mets) => elsewhere(source, mets, ['digiprovMD'], 'preservation') },
  { id: 'CSIPSTR7', level: 'SHOULD', check: (source, mets) => elsewhere(source, mets, ['dmdSec'], 'descriptive') },
  { id: 'CSIPSTR8', level: 'MAY', check: looseMetadata },
  { id: 'CSIPSTR9', level: 'SHOULD', check: (source) => without(source, 'representations') },
  { id: 'CSIPSTR10', level: 'SHOULD', check: representations },
  { id: 'SILLOK-REPRESENTATION-EMPTY', level: 'SHOULD', check: emptyRepresentations },
  { id: 'CSIPSTR11', level: 'SHOULD', check: (source) => inEach(source, 'data') },
  { id: 'CSIPSTR12', level: 'SHOULD', check: representationMets },
  { id: 'CSIPSTR13', level: 'SHOULD', check: (source) => inEach(source, 'metadata') },
  { id: 'CSIPSTR15', level: 'SHOULD', check: schemas },
  { id: 'CSIPSTR16', level: 'SHOULD', check: documentation },
];

/** All that the folders of the package leave to be desired. `mets` is what was read of the package METS, if any. */
export function judgeFolders(source: PackageSource, mets: MetsContext | undefined): readonly Finding[] {
  return folderRules.flatMap(({ id, level, check }) =>
    check(source, mets).map(({ path, message }) => ({ requirement: id, level, path, message })),
  );
}

function at(path: string, message: string): readonly Place[] {
  return [{ path, message }];
}

function rootName({ rootName: name }: PackageSource, mets: MetsContext | undefined): readonly Place[] {
  const id = mets?.root?.attributes.get('OBJID');
  return id === undefined || id === name ? [] : at('', `the root folder is "${name}"; it should be named "${id}"`);
}

function noMets(files: PackageSource['files']): string {
  const near = [...files.keys()].find((path) => path.toLowerCase() === 'mets.xml');
  return near === undefined ? 'there is no METS.xml in the root folder' : `METS.xml is written ${near}`;
}

function without(source: PackageSource, name: string): readonly Place[] {
  return source.folders.has(name) ? [] : at('', `the root folder has no folder "${name}"${nearby(source, '', name)}`);
}

/** The name that somebody may have meant. */
function nearby({ folders }: PackageSource, folder: string, name: string): string {
  const near = nearFolder(folders, folder, name);
  return near === undefined ? '' : `; "${near}" is written otherwise`;
}

function nearFolder(folders: ReadonlySet<string>, folder: string, name: string): string | undefined {
  const start = folder === '' ? '' : `${folder}/`;
  const below = [...folders].filter((one) => one.startsWith(start) && !one.slice(start.length).includes('/'));
  return below.find((one) => isNearName(one.slice(start.length), name));
}

/**
 * Metadata of the package's own metadata folder that does not lie in the sub-folder for its kind. What METS has no type
 * for (`OTHER`) may lie in `metadata/other`, by CSIPSTR8.
 */
function elsewhere(source: PackageSource, mets: MetsContext | undefined, names: readonly string[], kind: string) {
  const sections = mets?.sections.filter(({ name, mdType }) => names.includes(name) && mdType !== 'OTHER') ?? [];
  const strays = sections.flatMap(({ target }) =>
    target?.startsWith('metadata/') && !target.startsWith(`metadata/${kind}/`) ? [target] : [],
  );
  const isThere = source.folders.has(`metadata/${kind}`) || strays.length > 0;
  const near = nearFolder(source.folders, 'metadata', kind);
  const isNearUsed = near !== undefined && hasContent(source, near);
  const isAsked = !isThere && (sections.length > 0 || isNearUsed);
  const folder = isAsked
    ? at('metadata', `there is no folder metadata/${kind}${nearby(source, 'metadata', kind)}`)
    : [];
  return [...folder, ...strays.map((path) => ({ path, message: `it should lie in metadata/${kind}` }))];
}

function looseMetadata(source: PackageSource): readonly Place[] {
  return filesBelow(source, 'metadata')
    .filter((path) => /^metadata\/[^/.][^/]*$/.test(path))
    .map((path) => ({ path, message: 'it lies beside the folders descriptive, preservation and other' }));
}

function representations(source: PackageSource): readonly Place[] {
  if (!source.folders.has('representations')) return [];
  const loose = filesBelow(source, 'representations').filter((path) => /^representations\/[^/.][^/]*$/.test(path));
  const empty =
    representationFolders(source).length === 0 ? at('representations', 'there is no representation in it') : [];
  return [...empty, ...loose.map((path) => ({ path, message: 'it lies in no representation of its own' }))];
}

/** Placeholders such as `.gitkeep` hold a folder; they are no content. */
function hasContent(source: PackageSource, folder: string): boolean {
  return filesBelow(source, folder).some((path) => !/\/\.[^/]*$/.test(path));
}

function filledRepresentations(source: PackageSource): readonly string[] {
  return representationFolders(source).filter((folder) => hasContent(source, folder));
}

function emptyRepresentations(source: PackageSource): readonly Place[] {
  return representationFolders(source)
    .filter((folder) => !hasContent(source, folder))
    .map((path) => ({ path, message: 'the representation has no file' }));
}

function inEach(source: PackageSource, name: string): readonly Place[] {
  return filledRepresentations(source)
    .filter((folder) => !source.folders.has(`${folder}/${name}`))
    .map((path) => ({ path, message: `the representation has no folder "${name}"${nearby(source, path, name)}` }));
}

function representationMets(source: PackageSource): readonly Place[] {
  return filledRepresentations(source)
    .filter((folder) => !source.files.has(`${folder}/METS.xml`))
    .map((path) => ({ path, message: 'the representation has no METS.xml' }));
}

/** CSIPSTR15: schemas of structured metadata are recommended, and those that are there lie in folders called so. */
function schemas(source: PackageSource, mets: MetsContext | undefined): readonly Place[] {
  const strays = [...source.files.keys()].filter((path) => /\.(xsd|rng|rnc|dtd)$/i.test(path) && !mayHoldSchema(path));
  const isThere = [...source.folders].some((folder) => /^(representations\/[^/]+\/)?schemas$/.test(folder));
  const isMissed = !isThere && mets?.root !== undefined;
  const missing = isMissed ? at('', 'there is no folder "schemas"') : [];
  return [...missing, ...strays.map((path) => ({ path, message: 'a schema should lie in a folder "schemas"' }))];
}

/** Data may well be a schema; only what lies beside the data is asked. */
function mayHoldSchema(path: string): boolean {
  return /^(representations\/[^/]+\/)?schemas\//.test(path) || /^representations\/[^/]+\/data\//.test(path);
}

/** CSIPSTR16 leaves open where below the root or the representations the folder lies. */
function documentation(source: PackageSource): readonly Place[] {
  const isThere = [...source.folders].some((folder) => /^(representations\/(.*\/)?)?documentation$/.test(folder));
  return isThere ? [] : at('', 'there is no folder "documentation"');
}
