import { element, type Xml } from '../xml/xml-writer.ts';

/** `<kind>Identifier` with its type and value; all our identifiers are local to the sender's house. */
export function identifier(kind: string, id: string, role?: Xml): Xml {
  return element(`premis:${kind}Identifier`, {}, [
    element(`premis:${kind}IdentifierType`, {}, 'local'),
    element(`premis:${kind}IdentifierValue`, {}, id),
    role,
  ]);
}

const vocabularies: Readonly<Record<string, string>> = {
  eventType: 'eventType',
  eventOutcome: 'eventOutcome',
  agentType: 'agentType',
  linkingAgentRole: 'eventRelatedAgentRole',
  linkingObjectRole: 'eventRelatedObjectRole',
  relationshipType: 'relationshipType',
  relationshipSubType: 'relationshipSubType',
  rightsBasis: 'rightsBasis',
};

/** A word with the list of the Library of Congress that it is from. */
export function vocabularyTerm(name: string, word: string): Xml {
  const list = vocabularies[name] ?? name;
  const authorityURI = `http://id.loc.gov/vocabulary/preservation/${list}`;
  return element(`premis:${name}`, { authority: list, authorityURI }, word);
}
