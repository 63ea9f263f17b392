import type { Finding } from '../finding.ts';
import { attributeOf, type MetsElement } from '../mets/mets-element.ts';
import { shown } from '../rules/checks.ts';
import type { MetsContext } from '../rules/mets-context.ts';
import type { ReferenceIds } from '../rules/reference-rules.ts';
import type { PackageFile } from '../source/package-source.ts';
import { checksumTypes } from '../vocabulary/mets-values.ts';
import { canCompute, digestFile } from './digest-file.ts';
import { resolveHref } from './resolve-href.ts';

export interface Reference {
  /** Has `xlink:href`. */
  readonly locator: MetsElement;
  /** Has SIZE, CHECKSUM and CHECKSUMTYPE: the mdRef itself, or the file around its FLocat. */
  readonly described: MetsElement;
  readonly ids: ReferenceIds;
}

export interface Checked {
  /** The file in the package that is referred to. */
  readonly target?: string;
  readonly findings: readonly Finding[];
}

/** Whether what is referred to is there, has the size and the checksum that are stated, and can be read at all. */
export async function checkReference(reference: Reference, context: MetsContext): Promise<Checked> {
  const href = attributeOf(reference.locator, 'xlink:href');
  if (href === '') return { findings: [] };
  const say = speaker(reference, context);
  const { path, nearPath, troubles, isRemote } = resolveHref(href, context.folder, context.source);
  const own = troubles.map(({ requirement, level, message }) =>
    say(requirement, `${message}: "${shown(href)}"`, level),
  );
  if (isRemote === true)
    return { findings: [say('SILLOK-HREF-REMOTE', `not checked, it lies elsewhere: "${shown(href)}"`, 'SHOULD')] };
  const target = path ?? nearPath;
  const file = target === undefined ? undefined : context.source.files.get(target);
  if (nearPath !== undefined)
    own.push(say('SILLOK-HREF-CASE', `"${shown(href)}" is called "${nearPath}" in the package; letters have a case`));
  else if (path === undefined) own.push(say(reference.ids.href, `there is no file "${shown(href)}" in the package`));
  if (target === undefined || file === undefined) return { findings: own };
  return { target, findings: [...own, ...(await checkFile(file, reference, say))] };
}

type Say = (requirement: string, message: string, level?: Finding['level']) => Finding;

function speaker({ locator }: Reference, { path, folder }: MetsContext): Say {
  const place = folder === '' ? locator.name : `${folder}: ${locator.name}`;
  return (requirement, message, level = 'MUST') => ({ requirement, level, path, line: locator.line, place, message });
}

async function checkFile(file: PackageFile, { described, ids }: Reference, say: Say): Promise<readonly Finding[]> {
  const type = attributeOf(described, 'CHECKSUMTYPE');
  const stated = attributeOf(described, 'CHECKSUM');
  const findings = sizeFindings(file, described, ids, say);
  if (stated !== '' && checksumTypes.has(type) && !canCompute(type))
    findings.push(
      say('SILLOK-CHECKSUM-UNKNOWN', `a checksum of type ${shown(type)} cannot be computed here`, 'SHOULD'),
    );
  try {
    const digest = await digestFile(file, type);
    if (file.crc32 !== undefined && file.crc32 !== digest.crc32)
      findings.push(say('SILLOK-ENTRY-DAMAGED', `${file.path} has another CRC-32 than its container says`));
    if (stated !== '' && digest.checksum !== undefined && digest.checksum !== stated.toLowerCase())
      findings.push(say(ids.checksum, `${file.path} has the ${type} ${digest.checksum}, not ${shown(stated)}`));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    findings.push(say('SILLOK-ENTRY-DAMAGED', `${file.path} cannot be read: ${reason}`));
  }
  return findings;
}

function sizeFindings(file: PackageFile, described: MetsElement, ids: ReferenceIds, say: Say): Finding[] {
  const size = attributeOf(described, 'SIZE');
  if (!/^\+?\d{1,19}$/.test(size) || Number(size) === file.size) return [];
  return [say(ids.size, `${file.path} has ${file.size} bytes, not ${size}`)];
}
