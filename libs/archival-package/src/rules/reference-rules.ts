import { attributeOf, type MetsElement } from '../mets/mets-element.ts';
import { isRegisteredMediaType } from '../vocabulary/media-types.ts';
import { checksumTypes, metadataTypes } from '../vocabulary/mets-values.ts';
import { has, is, isCount, isDateTime, isOneOf, missing, shown } from './checks.ts';
import type { MetsContext } from './mets-context.ts';
import type { Answer, Rule } from './rule.ts';

/** The requirement ids of one kind of reference; the profiles ask the same of a mdRef and of a file. */
export interface ReferenceIds {
  readonly locator: string;
  readonly link: string;
  readonly href: string;
  readonly mdType?: string;
  readonly mimeType: string;
  readonly size: string;
  readonly created: string;
  readonly checksum: string;
  readonly checksumType: string;
}

/** What the element with `xlink:href` must say. */
export function locatorRules({ locator, link, href }: ReferenceIds, place: string): readonly Rule[] {
  return [
    { id: locator, level: 'MUST', place: `${place}[@LOCTYPE='URL']`, check: is('LOCTYPE', 'URL') },
    { id: link, level: 'MUST', place: `${place}[@xlink:type='simple']`, check: is('xlink:type', 'simple') },
    { id: href, level: 'MUST', place: `${place}/@xlink:href`, check: has('xlink:href') },
  ];
}

/** What is said of the referenced file. */
export function fileRules(ids: ReferenceIds, place: string): readonly Rule[] {
  const kind: readonly Rule[] =
    ids.mdType === undefined
      ? []
      : [{ id: ids.mdType, level: 'MUST', place: `${place}/@MDTYPE`, check: isOneOf('MDTYPE', metadataTypes) }];
  return [
    ...kind,
    { id: ids.mimeType, level: 'MUST', place: `${place}/@MIMETYPE`, check: mediaType },
    { id: ids.size, level: 'MUST', place: `${place}/@SIZE`, check: isCount('SIZE') },
    { id: ids.created, level: 'MUST', place: `${place}/@CREATED`, check: isDateTime('CREATED') },
    { id: ids.checksum, level: 'MUST', place: `${place}/@CHECKSUM`, check: has('CHECKSUM') },
    {
      id: ids.checksumType,
      level: 'MUST',
      place: `${place}/@CHECKSUMTYPE`,
      check: isOneOf('CHECKSUMTYPE', checksumTypes),
    },
  ];
}

/** Since 2.2.0 another list than IANA's may be agreed on, so there it is no more than strongly recommended. */
function mediaType(subject: MetsElement, { version }: MetsContext): Answer {
  const value = attributeOf(subject, 'MIMETYPE');
  if (value === '') return missing(subject, 'MIMETYPE');
  if (value.length > 256) return `@MIMETYPE has ${value.length} characters`;
  if (isRegisteredMediaType(value)) return undefined;
  const message = `@MIMETYPE is "${shown(value)}", which IANA has not registered`;
  return version === '2.2.0' ? { message, level: 'SHOULD' } : message;
}
