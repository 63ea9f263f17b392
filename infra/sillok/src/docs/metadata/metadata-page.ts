import type { KeyScope } from '@sillok/schemas/vocabulary/event-definition';
import { componentElements } from './component-elements.ts';
import { folderElements } from './folder-elements.ts';
import { gateOf } from './gate-of.ts';
import type { MetadataElement } from './metadata-element.ts';
import { recordElements } from './record-elements.ts';
import { factsOf } from './source-facts.ts';
import { checkPath, writtenPaths } from './written-paths.ts';

const outlives: Readonly<Record<KeyScope | 'none', string>> = {
  none: 'stays, in the open',
  entry: 'stays, sealed with the register entry',
  folder: 'stays, sealed with the folder',
  description: 'stays, sealed with the description',
  content: 'goes with the content',
  person: 'goes with the person',
};

/** What is said of folders, records and their files, from where, until when, and where a package has it. */
export function metadataPage(): string {
  return [
    '# Metadata of folders and records',
    '',
    'Made by `npm run docs` from `infra/sillok/src/docs/metadata/`; do not edit. The script fails for a source that is in',
    'no schema and for a path that is not written.',
    '',
    '- **Gate**: by when it must be there. Of several sources, the first that there is; each has its gate.',
    '- **Destruction**: what becomes of it when the content of the record is destroyed, or the person forgotten. What is',
    '  in the open, or sealed under another key, stays: that there was a record, and what became of it.',
    '- **Source**: event and field; `@` is the event itself, `/` goes on in the encrypted object at the address.',
    '- **ERMS** is CITS ERMS 3.0 in `data/erms.xml` of each item (`…` is `erms/aggregations`); beside it PREMIS 3.0, and',
    '  Dublin Core of the folder.',
    '',
    ...section('Folder', folderElements),
    ...section('Record', recordElements),
    ...section('Component', componentElements),
  ].join('\n');
}

function section(title: string, elements: readonly MetadataElement[]): readonly string[] {
  const written = writtenPaths();
  return [
    `## ${title}`,
    '',
    '| element | gate | destruction | source | ERMS | PREMIS, Dublin Core |',
    '|---|---|---|---|---|---|',
    ...elements.map((element) => rowOf(element, written)),
    '',
  ];
}

/** Throws where a source or a place of the element is not there. */
export function rowOf({ name, sources, erms, other }: MetadataElement, written: ReadonlySet<string>): string {
  const facts = sources.map(factsOf);
  for (const path of [erms, other]) if (path !== undefined) checkPath(path, written);
  const cells = [
    name,
    unique(facts.map(({ type }) => gateOf(type))).join(', '),
    unique(facts.map(({ scope }) => outlives[scope ?? 'none'])).join('; '),
    sources.map((source) => `\`${source}\``).join('<br>'),
    erms === undefined ? '' : `\`${erms.replace(/^erms\/aggregations\//, '…/')}\``,
    other === undefined ? '' : `\`${other}\``,
  ];
  return `| ${cells.join(' | ')} |`;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
