import { childrenOf, type MetsElement } from '../mets/mets-element.ts';
import { filesBelow, type MetsContext, type SectionNote } from './mets-context.ts';
import type { Answer, Rule } from './rule.ts';

/** CSIP17, CSIP31, CSIP32, CSIP45: whether the sections and the folder `metadata` tell the same. Asked of the root. */
export const metadataKeptRules: readonly Rule[] = [
  { id: 'CSIP17', level: 'SHOULD', place: 'mets/dmdSec', check: descriptive },
  { id: 'CSIP31', level: 'SHOULD', place: 'mets/amdSec', check: administrative },
  { id: 'CSIP31', level: 'SHOULD', versions: ['2.1.0', '2.2.0'], place: 'mets/amdSec', check: oneSection },
  { id: 'CSIP32', level: 'SHOULD', place: 'mets/amdSec/digiprovMD', check: provenance },
  { id: 'CSIP45', level: 'MAY', scope: 'package', place: 'mets/amdSec/rightsMD', check: rights },
];

function descriptive(_root: MetsElement, context: MetsContext): Answer {
  const sections = context.sections.filter(({ name }) => name === 'dmdSec');
  const files = metadataFiles(context, 'descriptive');
  if (sections.length === 0) return without('dmdSec', files);
  if (metadataFiles(context, '').length === 0) return 'there are dmdSec, but no file in metadata/descriptive';
  return unreferenced(files, sections, 'dmdSec');
}

function administrative(root: MetsElement, context: MetsContext): Answer {
  const files = metadataFiles(context, 'preservation');
  if (childrenOf(root, 'amdSec').length === 0) return without('amdSec', files);
  return metadataFiles(context, '').length === 0
    ? 'there is an amdSec, but no file in metadata/preservation'
    : undefined;
}

function without(name: string, files: readonly string[]): string {
  if (files.length === 0) return `there is no ${name}`;
  return `there is no ${name}, though metadata lies there: ${files.slice(0, 5).join(', ')}`;
}

function oneSection(root: MetsElement): Answer {
  const count = childrenOf(root, 'amdSec').length;
  return count > 1 ? `there are ${count} amdSec; all administrative metadata belongs into one` : undefined;
}

function provenance(_root: MetsElement, context: MetsContext): Answer {
  const sections = context.sections.filter(({ name }) => name !== 'dmdSec');
  const files = metadataFiles(context, 'preservation');
  const isThere = sections.some(({ name }) => name === 'digiprovMD');
  if (!isThere) return files.length === 0 ? 'there is no digiprovMD' : without('digiprovMD', files);
  return unreferenced(files, sections, 'digiprovMD');
}

function rights(_root: MetsElement, { sections }: MetsContext): Answer {
  return sections.some(({ name }) => name === 'rightsMD') ? undefined : 'there is no rightsMD';
}

function unreferenced(files: readonly string[], sections: readonly SectionNote[], name: string): Answer {
  const targets = new Set(sections.map(({ target }) => target));
  return files.filter((file) => !targets.has(file)).map((file) => `no ${name} refers to ${file}`);
}

/** Files in the metadata folder beside this METS document; `.gitkeep` and its kind hold a folder, they are no metadata. */
function metadataFiles({ source, folder }: MetsContext, kind: string): readonly string[] {
  const below = [folder, 'metadata', kind].filter((part) => part !== '').join('/');
  return filesBelow(source, below).filter((path) => !/(^|\/)\.[^/]*$/.test(path));
}
