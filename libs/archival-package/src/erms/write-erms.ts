import { element, type Xml, xmlDocument } from '../xml/xml-writer.ts';
import type { ErmsModel } from './erms-model.ts';

/** CITS ERMS 3.0. */
export function writeErms(_model: ErmsModel): Xml {
  return xmlDocument(element('erms', { xmlns: 'https://DILCIS.eu/XML/ERMS' }));
}
