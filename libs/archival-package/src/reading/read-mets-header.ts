import { hasCode, SillokError } from '@sillok/kernel';
import { ordinaryLimits } from '../limits.ts';
import { XmlDecoder } from '../mets/decode-xml.ts';
import { attributeOf, childOf, childrenOf, type MetsElement } from '../mets/mets-element.ts';
import { MetsReader } from '../mets/mets-reader.ts';
import type { PackageAgent, PackagePlan } from '../writing/package-plan.ts';

/** What a package's METS says of itself before it comes to its files. */
export interface MetsHeader {
  /** `mets/@OBJID`. */
  readonly objId: string;
  /** `@csip:OAISPACKAGETYPE`: `SIP`, `AIP`, `DIP`. */
  readonly packageType: string;
  /** An xsd:dateTime as it stands there. */
  readonly createdAt: string;
  /** `@RECORDSTATUS`; `NEW` where nothing is said (SIP3). */
  readonly recordStatus: string;
  /** Agents without a name or an `IDENTIFICATIONCODE` are left out: nobody can be found by them. */
  readonly submitter?: PackageAgent;
  readonly creator?: PackageAgent;
  readonly preservation?: PackageAgent;
  readonly references: PackagePlan['references'];
}

const pieceSize = 16 * 1024;
const maxBytes = 1024 * 1024;

/**
 * Reads METS up to the end of its header (E-ARK CSIP 2.2.0, SIP 2.2.0), no more than a mebibyte of it. What comes
 * afterwards is not looked at. Throws CONTAINER_MALFORMED where there is no header.
 */
export function readMetsHeader(bytes: Uint8Array): MetsHeader {
  const reader = new MetsReader({ ...ordinaryLimits, metsElements: 1000 }, () => undefined);
  try {
    const decoder = new XmlDecoder();
    for (let place = 0; place < Math.min(bytes.length, maxBytes); place += pieceSize) {
      const isGoingOn = reader.write(decoder.decode(bytes.subarray(place, place + pieceSize)));
      reader.sections.length = 0;
      const header = headerOf(reader);
      if (header !== undefined) return header;
      if (!isGoingOn || reader.troubles.length > 0) break;
    }
  } catch (cause) {
    throw noHeader('the METS cannot be read', cause);
  }
  throw noHeader(reader.troubles[0]?.message ?? 'the METS has no header in its first mebibyte');
}

/** The header of METS that came from others; undefined where there is none. */
export function metsHeaderIn(bytes: Uint8Array): MetsHeader | undefined {
  try {
    return readMetsHeader(bytes);
  } catch (error) {
    if (hasCode(error, 'CONTAINER_MALFORMED')) return undefined;
    throw error;
  }
}

function headerOf({ root, troubles }: MetsReader): MetsHeader | undefined {
  const header = root === undefined ? undefined : childOf(root, 'metsHdr');
  if (root === undefined || header === undefined || troubles.length > 0) return undefined;
  const submitter = agentOf(header, 'CREATOR', 'ORGANIZATION') ?? agentOf(header, 'CREATOR', 'INDIVIDUAL');
  const creator = agentOf(header, 'ARCHIVIST');
  const preservation = agentOf(header, 'PRESERVATION');
  return {
    objId: attributeOf(root, 'OBJID'),
    packageType: attributeOf(header, 'csip:OAISPACKAGETYPE'),
    createdAt: attributeOf(header, 'CREATEDATE'),
    recordStatus: attributeOf(header, 'RECORDSTATUS') || 'NEW',
    ...(submitter === undefined ? {} : { submitter }),
    ...(creator === undefined ? {} : { creator }),
    ...(preservation === undefined ? {} : { preservation }),
    references: {
      ...reference(header, 'submissionAgreement', 'SUBMISSIONAGREEMENT'),
      ...reference(header, 'previousSubmission', 'PREVIOUSSUBMISSIONAGREEMENT'),
      ...reference(header, 'referenceCode', 'REFERENCECODE'),
    },
  };
}

function agentOf(header: MetsElement, role: string, type?: string): PackageAgent | undefined {
  for (const agent of childrenOf(header, 'agent')) {
    const isMeant =
      attributeOf(agent, 'ROLE') === role && (type ?? attributeOf(agent, 'TYPE')) === attributeOf(agent, 'TYPE');
    if (!isMeant) continue;
    const name = childOf(agent, 'name')?.text.trim() ?? '';
    const notes = childrenOf(agent, 'note').filter(
      (note) => attributeOf(note, 'csip:NOTETYPE') === 'IDENTIFICATIONCODE',
    );
    const code = notes[0]?.text.trim() ?? '';
    if (name !== '' && code !== '') return { name, code };
  }
  return undefined;
}

function reference(header: MetsElement, key: keyof PackagePlan['references'], type: string) {
  const found =
    childrenOf(header, 'altRecordID')
      .find((one) => attributeOf(one, 'TYPE') === type)
      ?.text.trim() ?? '';
  return found === '' ? {} : { [key]: found };
}

function noHeader(message: string, cause?: unknown): SillokError {
  return new SillokError('CONTAINER_MALFORMED', message, { details: { entry: 'METS.xml' }, cause });
}
