import type { Finding, Findings, ProfileVersion } from './finding.ts';
import { checkReference } from './fixity/check-reference.ts';
import type { PackageLimits } from './limits.ts';
import { XmlDecoder } from './mets/decode-xml.ts';
import type { ElementIds } from './mets/element-ids.ts';
import { attributeOf, childrenOf, type MetsElement } from './mets/mets-element.ts';
import { MetsReader, type Section } from './mets/mets-reader.ts';
import { MetsShape } from './mets/schema-shape.ts';
import { judgePremis } from './premis/judge-premis.ts';
import { fileElementRules, fileIds, fileLocatorRules } from './rules/files.ts';
import { mdRefIds, mdRefRules, sectionRules } from './rules/metadata-sections.ts';
import type { MetsContext, SectionNote } from './rules/mets-context.ts';
import type { ReferenceIds } from './rules/reference-rules.ts';
import { judge } from './rules/rule.ts';
import type { PackageFile } from './source/package-source.ts';

/** What is shared by all METS documents of one package. */
export interface Checking {
  readonly findings: Findings;
  readonly limits: PackageLimits;
  readonly ids: ElementIds;
  readonly version: ProfileVersion;
  /** Files that some METS document refers to. */
  readonly referenced: Set<string>;
  /** PREMIS documents that were judged; two METS documents may refer to one. */
  readonly premisRead: Set<string>;
}

/** Streams one METS document past the rules for sections and files; what they need later is left in the context. */
export async function checkMets(file: PackageFile, context: MetsContext, checking: Checking): Promise<void> {
  const shape = new MetsShape();
  const reader = new MetsReader(checking.limits, (element, parent) => {
    opened(element, parent, context, checking);
    for (const message of shape.troubles(element, parent))
      checking.findings.add(ours('SILLOK-METS-SHAPE', context, element.line, message));
  });
  try {
    await feed(file, reader, context, checking);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    checking.findings.add(ours('SILLOK-XML-UNREADABLE', context, 0, `the document cannot be read on: ${reason}`));
  }
  context.root = reader.root;
  for (const { requirement, line, message } of reader.troubles)
    checking.findings.add(ours(requirement, context, line, message));
}

async function feed(file: PackageFile, reader: MetsReader, context: MetsContext, checking: Checking): Promise<void> {
  const decoder = new XmlDecoder();
  let size = 0;
  for await (const bytes of inPieces(await file.open())) {
    size += bytes.length;
    if (size > checking.limits.metsBytes) throw new RangeError(`it has more than ${checking.limits.metsBytes} bytes`);
    if (!reader.write(decoder.decode(bytes))) return;
    await judgeSections(reader, context, checking);
  }
  reader.write(decoder.end());
  reader.end();
  await judgeSections(reader, context, checking);
}

const pieceSize = 64 * 1024;

/** A file that lies in memory comes as one chunk, however long. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks)
    for (let place = 0; place < chunk.length; place += pieceSize) yield chunk.subarray(place, place + pieceSize);
}

function opened(element: MetsElement, parent: MetsElement | undefined, context: MetsContext, checking: Checking): void {
  const trouble = checking.ids.check(element, parent, context.path, checking.version !== '2.2.0');
  if (trouble !== undefined) checking.findings.add(ours(trouble.requirement, context, trouble.line, trouble.message));
  if (element.name === 'amdSec' && attributeOf(element, 'ID') !== '') context.amdIds.add(attributeOf(element, 'ID'));
}

async function judgeSections(reader: MetsReader, context: MetsContext, checking: Checking): Promise<void> {
  for (const section of reader.sections.splice(0)) {
    if (section.element.name === 'file') await judgeFile(section.element, context, checking);
    else await judgeMetadata(section, context, checking);
  }
}

async function judgeFile(file: MetsElement, context: MetsContext, checking: Checking): Promise<void> {
  checking.findings.addAll(judge(fileElementRules, file, context));
  context.fileIds.add(attributeOf(file, 'ID'));
  for (const name of file.attributes.keys()) context.fileAttributes.add(name);
  for (const locator of childrenOf(file, 'FLocat')) {
    checking.findings.addAll(judge(fileLocatorRules, locator, context));
    await follow(locator, file, fileIds, context, checking);
  }
  for (const part of childrenOf(file, 'file')) await judgeFile(part, context, checking);
}

async function judgeMetadata({ element, ancestors }: Section, context: MetsContext, checking: Checking): Promise<void> {
  const { name } = element;
  checking.findings.addAll(judge(sectionRules[name] ?? [], element, context));
  const [mdRef] = childrenOf(element, 'mdRef');
  const ids = mdRefIds[name] ?? unnamed;
  const target = mdRef === undefined ? undefined : await follow(mdRef, mdRef, ids, context, checking);
  if (mdRef !== undefined) checking.findings.addAll(judge(mdRefRules[name] ?? [], mdRef, context));
  const premis = mdRef !== undefined && attributeOf(mdRef, 'MDTYPE').startsWith('PREMIS') ? target : undefined;
  await readPremis(premis, context, checking);
  const id = attributeOf(element, 'ID');
  if (id !== '') (name === 'dmdSec' ? context.dmdIds : context.amdIds).add(id);
  context.sections.push(noteOf(element, ancestors.at(-1), mdRef, target));
}

function noteOf(
  element: MetsElement,
  around: MetsElement | undefined,
  mdRef: MetsElement | undefined,
  target: string | undefined,
): SectionNote {
  return {
    name: element.name,
    id: attributeOf(element, 'ID'),
    status: attributeOf(element, 'STATUS'),
    line: element.line,
    around: around === undefined || around.name === 'mets' ? '' : attributeOf(around, 'ID'),
    target,
    mdType: mdRef === undefined ? '' : attributeOf(mdRef, 'MDTYPE'),
    mdTypeVersion: mdRef === undefined ? '' : attributeOf(mdRef, 'MDTYPEVERSION'),
  };
}

async function readPremis(target: string | undefined, { source }: MetsContext, checking: Checking): Promise<void> {
  const file = target === undefined ? undefined : source.files.get(target);
  if (file === undefined || checking.premisRead.has(file.path)) return;
  checking.premisRead.add(file.path);
  checking.findings.addAll(await judgePremis(file));
}

/** CSIP says nothing of techMD and sourceMD; what they refer to is checked all the same. */
const unnamed: ReferenceIds = {
  locator: 'SILLOK-REFERENCE',
  link: 'SILLOK-REFERENCE',
  href: 'SILLOK-REFERENCE',
  mimeType: 'SILLOK-REFERENCE',
  size: 'SILLOK-REFERENCE',
  created: 'SILLOK-REFERENCE',
  checksum: 'SILLOK-REFERENCE',
  checksumType: 'SILLOK-REFERENCE',
};

async function follow(
  locator: MetsElement,
  described: MetsElement,
  ids: ReferenceIds,
  context: MetsContext,
  { findings, referenced }: Checking,
): Promise<string | undefined> {
  const checked = await checkReference({ locator, described, ids }, context);
  findings.addAll(checked.findings);
  if (checked.target !== undefined) referenced.add(checked.target);
  return checked.target;
}

function ours(requirement: string, { path }: MetsContext, line: number, message: string): Finding {
  return { requirement, level: 'MUST', path, ...(line === 0 ? {} : { line }), message };
}
