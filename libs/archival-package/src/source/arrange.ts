import type { Finding } from '../finding.ts';
import type { PackageLimits } from '../limits.ts';
import { NameTwins, oversized, plainName, refusedEntry } from './entry-names.ts';
import type { PackageFile, PackageSource, RawContainer, RawEntry } from './package-source.ts';

/** Takes what a container lists, refuses what is hostile, and finds the one root folder (CSIPSTR1). */
export function arrange(container: RawContainer, limits: PackageLimits): PackageSource {
  const { entries, findings } = taken(container, limits);
  const { root, finding } = rootOf(container, entries);
  if (finding !== undefined) findings.push(finding);
  const files = new Map<string, PackageFile>();
  const folders = new Set<string>();
  for (const entry of entries) {
    const path = inside(plainName(entry.name), root);
    if (path === undefined) continue;
    if (entry.kind === 'folder') addFolders(folders, path);
    else if (!files.has(path)) files.set(path, { ...entry, path });
    addFolders(folders, parentOf(path));
  }
  const rootName = root === '' ? container.name : (root.split('/').at(-1) ?? root);
  return { rootName, files, folders, fileOfAnyCase: anyCase(files), findings, close: container.close };
}

/** Made when first asked: a package whose references are right needs none. */
function anyCase(files: ReadonlyMap<string, PackageFile>): PackageSource['fileOfAnyCase'] {
  let folded: Map<string, string | undefined> | undefined;
  return (path) => {
    if (folded === undefined) {
      folded = new Map();
      for (const one of files.keys()) folded.set(one.toLowerCase(), folded.has(one.toLowerCase()) ? undefined : one);
    }
    return folded.get(path.toLowerCase());
  };
}

function taken(container: RawContainer, limits: PackageLimits) {
  const findings: Finding[] = container.damages.map((message) => ({ ...damaged, message }));
  const twins = new NameTwins();
  const entries: RawEntry[] = [];
  let total = 0;
  for (const entry of container.entries) {
    if (entries.length >= limits.entries) {
      findings.push({
        ...damaged,
        requirement: 'SILLOK-LIMIT-ENTRIES',
        message: `only ${limits.entries} entries were read`,
      });
      break;
    }
    total += entry.size;
    const refused = refusedEntry(entry) ?? oversized(entry, total, limits);
    const twin = refused === undefined ? twins.check(plainName(entry.name)) : undefined;
    if (refused !== undefined) findings.push(refused);
    else if (plainName(entry.name) !== '') entries.push(entry);
    if (twin !== undefined) findings.push(twin);
  }
  return { entries, findings };
}

const damaged: Finding = { requirement: 'SILLOK-CONTAINER-DAMAGED', level: 'MUST', path: '', message: '' };

const rootMissing = 'the package must lie in one root folder';

function rootOf({ kind, name }: RawContainer, entries: readonly RawEntry[]): { root: string; finding?: Finding } {
  const names = entries.map((entry) => plainName(entry.name));
  const known = new Set(names);
  const tops = [...new Set(names.map((path) => path.split('/')[0] ?? path))];
  const [only] = tops;
  if (kind === 'folder') return { root: folderRoot(name, known) };
  if (tops.length === 1 && only !== undefined && !isFile(only, entries)) return { root: only };
  const withMets = tops.filter((top) => known.has(`${top}/METS.xml`));
  const root = !known.has('METS.xml') && withMets.length === 1 ? (withMets[0] ?? '') : '';
  const message = `${rootMissing}; at the top there are ${tops.length}: ${tops.slice(0, 5).join(', ')}`;
  return { root, finding: { requirement: 'CSIPSTR1', level: 'MUST', path: '', message } };
}

/** A folder that only holds the package's folder is gone through. */
function folderRoot(name: string, known: ReadonlySet<string>): string {
  const below = new Set(
    [...known].filter((path) => path.startsWith(`${name}/`)).map((path) => path.split('/')[1] ?? ''),
  );
  const [only] = below;
  const isWrapper = below.size === 1 && known.has(`${name}/${only}/METS.xml`);
  return isWrapper ? `${name}/${only}` : name;
}

function isFile(name: string, entries: readonly RawEntry[]): boolean {
  return entries.some((entry) => entry.kind === 'file' && plainName(entry.name) === name);
}

function inside(name: string, root: string): string | undefined {
  if (root === '') return name;
  return name.startsWith(`${root}/`) ? name.slice(root.length + 1) : undefined;
}

function parentOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

function addFolders(folders: Set<string>, path: string): void {
  let folder = path;
  while (folder !== '' && !folders.has(folder)) {
    folders.add(folder);
    folder = parentOf(folder);
  }
}
