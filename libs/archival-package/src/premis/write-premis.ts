import { element, type Xml, xmlDocument } from '../xml/xml-writer.ts';
import type { PremisModel } from './premis-model.ts';

/** PREMIS 3.0 in its order: objects, events, agents, rights. */
export function writePremis(_model: PremisModel): Xml {
  return xmlDocument(element('premis:premis', { 'xmlns:premis': 'http://www.loc.gov/premis/v3', version: '3.0' }));
}
