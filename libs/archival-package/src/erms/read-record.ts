import { childNamed, childrenNamed, type ReadElement, textOf } from '../xml/read-xml.ts';
import type { ErmsComponent, ErmsRecord, ErmsRelation } from './erms-model.ts';
import { recordDates } from './erms-vocabulary.ts';
import { actionsOf, agentsOf, dateIn, dateOf, disclosureOf, disposalOf, oneOf, optional } from './read-erms-pieces.ts';

/** Undefined where it has no title or no identifier. */
export function recordOf(element: ReadElement): ErmsRecord | undefined {
  const id = element.attributes['systemIdentifier'] ?? '';
  const title = textOf(element, 'title') ?? '';
  if (id === '' || title === '') return undefined;
  return {
    id,
    title,
    ...identityOf(element, id),
    ...datesOf(element),
    ...optional('direction', directionOf(element)),
    ...optional('summary', textOf(element, 'description')),
    ...optional('disclosure', disclosureOf(element)),
    ...optional('disposal', disposalOf(element)),
    keywords: childrenNamed(childNamed(element, 'keywords'), 'keyword').map(({ text }) => text),
    agents: agentsOf(element),
    actions: actionsOf(element),
    signatures: childrenNamed(childNamed(element, 'eSignatures'), 'eSignature').map(signatureOf),
    components: childrenNamed(childNamed(element, 'additionalInformation'), 'appendix').flatMap(componentOf),
    physicalLocations: placesOf(element),
    relations: childrenNamed(element, 'relation').flatMap(relationOf),
  };
}

function identityOf(element: ReadElement, id: string) {
  const display = textOf(element, 'objectId');
  const number = textOf(element, 'runningNumber');
  const extra = (type: string) =>
    childrenNamed(element, 'extraId').find(({ attributes }) => attributes['extraIdType'] === type)?.text;
  return {
    ...optional('type', oneOf(['produced', 'received', 'scanned'], element.attributes['recordType'])),
    ...optional('display', display === id ? undefined : display),
    ...optional('number', number !== undefined && /^\d{1,9}$/.test(number) ? Number(number) : undefined),
    ...optional('register', extra('register')),
    ...optional('senderNumber', extra('sender-number')),
    ...optional('language', languageOf(element)),
  };
}

function datesOf(element: ReadElement) {
  return {
    ...optional('createdAt', dateIn(element, 'date', recordDates.createdAt)),
    ...optional('registeredAt', dateIn(element, 'date', recordDates.registeredAt)),
    ...optional('receivedAt', dateIn(element, 'date', recordDates.receivedAt)),
    ...optional('sentAt', dateIn(element, 'date', recordDates.sentAt)),
    ...optional('reviewedOn', dateIn(element, 'date', recordDates.reviewedOn)),
  };
}

function directionOf(element: ReadElement): ErmsRecord['direction'] {
  const { directionDefinition, otherDirectionDefinition } = childNamed(element, 'direction')?.attributes ?? {};
  return oneOf(
    ['incoming', 'outgoing', 'internal'],
    directionDefinition === 'other' ? otherDirectionDefinition : directionDefinition,
  );
}

function languageOf(element: ReadElement): string | undefined {
  const groups = childrenNamed(childNamed(element, 'additionalInformation'), 'ownElement');
  const named = groups
    .flatMap((group) => childrenNamed(group, 'ownElement'))
    .find(({ attributes }) => attributes['name'] === 'language');
  return textOf(named, 'value');
}

function signatureOf({ attributes }: ReadElement): ErmsRecord['signatures'][number] {
  return {
    isPresent: isTrue(attributes['present']),
    ...optional('verifiedAt', dateOf(attributes['dateeSignatureIsVerified'])),
  };
}

function componentOf({ attributes }: ReadElement): readonly ErmsComponent[] {
  const { name, path, description, fileFormat, eSignatureHasExisted: isSigned } = attributes;
  if (name === undefined || path === undefined) return [];
  return [
    {
      name,
      path,
      ...optional('description', description),
      ...optional('fileFormat', fileFormat),
      ...optional('isSigned', isSigned === undefined ? undefined : isTrue(isSigned)),
    },
  ];
}

function placesOf(element: ReadElement): readonly string[] {
  return childrenNamed(childNamed(element, 'physicalLocations'), 'physicalLocation').flatMap(
    (place) => textOf(place, 'currentLocation') ?? [],
  );
}

function relationOf({ attributes, text }: ReadElement): readonly ErmsRelation[] {
  const kind = oneOf(
    ['answers', 'replaces', 'returned-earlier'],
    attributes['otherRelationType'] ?? attributes['relationType'],
  );
  return kind === undefined ? [] : [{ kind, target: text }];
}

function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}
