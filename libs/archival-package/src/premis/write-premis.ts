import { SillokError } from '@sillok/kernel';
import { element, textElement, type Xml, xmlDocument } from '../xml/xml-writer.ts';
import { objectElement } from './object-element.ts';
import { premisLints } from './premis-lints.ts';
import type { PremisAgent, PremisEvent, PremisModel, PremisRights } from './premis-model.ts';
import { identifier, vocabularyTerm } from './premis-pieces.ts';

const root = {
  'xmlns:premis': 'http://www.loc.gov/premis/v3',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  version: '3.0',
};

/**
 * A PREMIS 3.0 document in its order: objects, events, agents, rights. Every object names the events and rights that
 * name it. Throws CONTAINER_MALFORMED, naming the first lack, for an event without agent or object, a file of no event and
 * a name that is nowhere declared. The same model gives the same bytes.
 */
export function writePremis(model: PremisModel): Xml {
  const [lack] = premisLints(model);
  if (lack !== undefined) throw new SillokError('CONTAINER_MALFORMED', lack, { details: { entry: 'premis.xml' } });
  return xmlDocument(element('premis:premis', root, entitiesOf(model)));
}

function* entitiesOf(model: PremisModel): Generator<Xml> {
  const eventsOf = invert(model.events.map(({ id, objects }) => [id, objects.map((one) => one.id)]));
  const rightsOf = invert(model.rights.map(({ id, objects }) => [id, objects]));
  for (const object of model.objects)
    yield objectElement(object, eventsOf.get(object.id) ?? [], rightsOf.get(object.id) ?? []);
  yield* model.events.map(eventElement);
  yield* model.agents.map(agentElement);
  if (model.rights.length > 0) yield element('premis:rights', {}, model.rights.map(rightsElement));
}

/** Who is named by whom, each once, in the order of the naming. */
function invert(naming: readonly (readonly [string, readonly string[]])[]): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const [by, ids] of naming)
    for (const id of new Set(ids)) {
      const list = named.get(id) ?? [];
      list.push(by);
      named.set(id, list);
    }
  return named;
}

function eventElement({ id, type, at, detail, outcome, outcomeNote, agents, objects }: PremisEvent): Xml {
  return element('premis:event', {}, [
    identifier('event', id),
    vocabularyTerm('eventType', type),
    element('premis:eventDateTime', {}, at),
    element('premis:eventDetailInformation', {}, [element('premis:eventDetail', {}, detail)]),
    outcome === undefined ? undefined : outcomeElement(outcome, outcomeNote),
    ...agents.map((one) => identifier('linkingAgent', one.id, vocabularyTerm('linkingAgentRole', one.role))),
    ...objects.map((one) => identifier('linkingObject', one.id, vocabularyTerm('linkingObjectRole', one.role))),
  ]);
}

function outcomeElement(outcome: string, note: string | undefined): Xml {
  return element('premis:eventOutcomeInformation', {}, [
    vocabularyTerm('eventOutcome', outcome),
    note === undefined
      ? undefined
      : element('premis:eventOutcomeDetail', {}, [element('premis:eventOutcomeDetailNote', {}, note)]),
  ]);
}

function agentElement({ id, name, type, version }: PremisAgent): Xml {
  return element('premis:agent', {}, [
    identifier('agent', id),
    textElement('premis:agentName', name),
    vocabularyTerm('agentType', type),
    textElement('premis:agentVersion', version),
  ]);
}

function rightsElement(rights: PremisRights): Xml {
  return element('premis:rightsStatement', {}, [
    identifier('rightsStatement', rights.id),
    vocabularyTerm('rightsBasis', 'statute'),
    element('premis:statuteInformation', {}, [
      element('premis:statuteJurisdiction', {}, rights.jurisdiction),
      element('premis:statuteCitation', {}, rights.citation),
      textElement('premis:statuteInformationDeterminationDate', rights.determinedAt),
      textElement('premis:statuteNote', rights.note),
    ]),
    element('premis:rightsGranted', {}, [
      element('premis:act', {}, rights.act),
      element('premis:restriction', {}, rights.restriction),
      element('premis:termOfRestriction', {}, [
        element('premis:startDate', {}, rights.from),
        textElement('premis:endDate', rights.to),
      ]),
    ]),
    ...rights.objects.map((id) => identifier('linkingObject', id)),
  ]);
}
