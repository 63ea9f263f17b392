import { element, textElement, type Xml } from '../xml/xml-writer.ts';
import type { ErmsComponent, ErmsRecord, ErmsRelation } from './erms-model.ts';
import {
  actionElement,
  agentElement,
  dateElement,
  dateTimeOf,
  disposalElement,
  listOf,
  restrictionElements,
} from './erms-pieces.ts';
import { directions, recordDates, relationTypes } from './erms-vocabulary.ts';

/** `recordType` in the order that the schema has. */
export function recordElement(record: ErmsRecord): Xml {
  const isOnPaperToo = record.physicalLocations.length > 0;
  const attributes = {
    systemIdentifier: record.id,
    recordType: record.type,
    recordPhysicalOrDigital: isOnPaperToo ? 'physical_and_digital' : 'digital',
  };
  return element('record', attributes, [...identity(record), ...rulesOf(record), ...happenings(record)]);
}

function* identity(record: ErmsRecord): Generator<Xml | undefined> {
  yield element('objectId', {}, record.display ?? record.id);
  yield textElement('extraId', record.register, { extraIdType: 'register' });
  yield textElement('extraId', record.senderNumber, { extraIdType: 'sender-number' });
  yield listOf(
    'keywords',
    record.keywords.map((keyword) => element('keyword', {}, keyword)),
  );
  yield element('title', {}, record.title);
  yield textElement('runningNumber', record.number);
  yield* record.relations.map(relationElement);
}

function* rulesOf({ disclosure, disposal, direction }: ErmsRecord): Generator<Xml | undefined> {
  if (disclosure !== undefined) yield* restrictionElements(disclosure);
  if (disposal !== undefined) yield disposalElement(disposal);
  if (direction === undefined) return;
  const directionDefinition = directions[direction];
  const otherDirectionDefinition = directionDefinition === 'other' ? direction : undefined;
  yield element('direction', { directionDefinition, otherDirectionDefinition });
}

function* happenings(record: ErmsRecord): Generator<Xml | undefined> {
  yield listOf('agents', record.agents.map(agentElement));
  yield textElement('description', record.summary);
  yield listOf('dates', [...datesOf(record)]);
  yield* record.actions.map(actionElement);
  yield textElement('access', record.disclosure?.class);
  yield listOf(
    'physicalLocations',
    record.physicalLocations.map((place) => element('physicalLocation', {}, [textElement('currentLocation', place)])),
  );
  yield listOf('eSignatures', record.signatures.map(signatureElement));
  yield listOf('additionalInformation', [
    ...record.components.map(appendixElement),
    ...(record.language === undefined ? [] : [languageElement(record.language)]),
  ]);
}

function* datesOf(record: ErmsRecord): Generator<Xml> {
  for (const field of ['createdAt', 'registeredAt', 'receivedAt', 'sentAt', 'reviewedOn'] as const) {
    const date = dateElement('date', recordDates[field], record[field]);
    if (date !== undefined) yield date;
  }
}

function relationElement({ kind, target }: ErmsRelation): Xml {
  const relationType = relationTypes[kind];
  const otherRelationType = relationType === 'own_relation_definition' ? kind : undefined;
  return element('relation', { relationType, otherRelationType }, target);
}

function signatureElement({ isPresent, verifiedAt }: ErmsRecord['signatures'][number]): Xml {
  const dateeSignatureIsVerified = verifiedAt === undefined ? undefined : dateTimeOf(verifiedAt);
  return element('eSignature', { present: isPresent, dateeSignatureIsVerified });
}

function appendixElement({ name, path, fileFormat, description, isSigned }: ErmsComponent): Xml {
  return element('appendix', { name, description, fileFormat, path, eSignatureHasExisted: isSigned });
}

/** CITS ERMS has no element for the language of a record: one of our own says it. */
function languageElement(language: string): Xml {
  return element('ownElement', {}, [
    element('ownElementDescription', {}, 'The language of the record (BCP 47)'),
    element('ownElement', { name: 'language' }, [element('value', {}, language)]),
  ]);
}
