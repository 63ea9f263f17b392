import type { ProfileVersion } from '../finding.ts';
import { attributeOf, type MetsElement } from '../mets/mets-element.ts';
import type { PackageSource } from '../source/package-source.ts';

/** A metadata section after its METS element has gone. */
export interface SectionNote {
  readonly name: string;
  readonly id: string;
  readonly status: string;
  readonly line: number;
  /** ID of the amdSec around it. */
  readonly around: string;
  /** The file in the package that it refers to. */
  readonly target: string | undefined;
  readonly mdType: string;
  readonly mdTypeVersion: string;
}

/** What rules know beside their subject. Grows while the document is read: earlier sections are known to later ones. */
export interface MetsContext {
  readonly version: ProfileVersion;
  readonly scope: 'package' | 'representation';
  /** The METS document inside the package. */
  readonly path: string;
  /** Its folder inside the package, empty for the root. */
  readonly folder: string;
  readonly folderName: string;
  readonly source: PackageSource;
  readonly sections: SectionNote[];
  readonly dmdIds: Set<string>;
  readonly amdIds: Set<string>;
  readonly fileIds: Set<string>;
  /** Attributes that at least one file element has. */
  readonly fileAttributes: Set<string>;
  root: MetsElement | undefined;
}

/** `@USE` of each file group by its ID, nested groups included. */
export function fileGroups(root: MetsElement): readonly MetsElement[] {
  const groups: MetsElement[] = [];
  const collect = (element: MetsElement) => {
    for (const child of element.children) {
      if (child.name !== 'fileGrp') continue;
      groups.push(child);
      collect(child);
    }
  };
  for (const section of root.children) if (section.name === 'fileSec') collect(section);
  return groups;
}

/** Whether a group's `@USE` is the name itself or a folder below it. */
export function isGroupOf(group: MetsElement, name: string): boolean {
  const use = attributeOf(group, 'USE');
  return use === name || use.startsWith(`${name}/`);
}

/** Folders below `representations/`. */
export function representationFolders(source: PackageSource): readonly string[] {
  return [...source.folders].filter((folder) => /^representations\/[^/]+$/.test(folder)).sort();
}

export function filesBelow(source: PackageSource, folder: string): readonly string[] {
  const start = folder === '' ? '' : `${folder}/`;
  return [...source.files.keys()].filter((path) => path.startsWith(start));
}
