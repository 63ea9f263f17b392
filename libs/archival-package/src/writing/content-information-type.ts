import { contentInformationTypesSince210 } from '../vocabulary/dilcis.ts';
import type { XmlAttributes } from '../xml/xml-writer.ts';

/**
 * CSIP4, CSIP5, CSIP62, CSIP63. A term that older extension schemas do not have is written as `OTHER` with its name
 * beside, so that validators in use today read the document at all.
 */
export function contentInformation(type: string | undefined): XmlAttributes {
  if (type === undefined || contentInformationTypesSince210.has(type)) return { 'csip:CONTENTINFORMATIONTYPE': type };
  return { 'csip:CONTENTINFORMATIONTYPE': 'OTHER', 'csip:OTHERCONTENTINFORMATIONTYPE': type };
}
