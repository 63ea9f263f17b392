import {
  bytesOf,
  type PlannedFile,
  type PlannedRepresentation,
  writeDc,
  writeErms,
  writePremis,
} from '@sillok/archival-package';
import type { LogProofs } from '../context.ts';
import { ermsOf, type FolderFacts } from './describe-folder.ts';
import { describeItem } from './describe-item.ts';
import type { Describing, ItemToDescribe, MeasuredFile } from './describing.ts';
import { evidenceOfHistory } from './evidence-of-history.ts';
import { itemDublinCore } from './item-dublin-core.ts';
import { premisOfItem } from './premis-of-item.ts';

export interface ItemPlan {
  readonly item: ItemToDescribe;
  /** From 0. */
  readonly place: number;
  readonly folder: FolderFacts;
  readonly proofs: LogProofs;
}

/** The representation of one record. Its files are read when they are written. */
export function planItem(describing: Describing, { item, place, folder, proofs }: ItemPlan): PlannedRepresentation {
  const { at: createdAt } = describing;
  const record = describeItem(describing, item);
  const erms = (): Uint8Array => bytesOf(writeErms(ermsOf(describing, folder, record)));
  const premis = (): Uint8Array => bytesOf(writePremis(premisOfItem(describing, item)));
  return {
    name: `item-${String(place + 1).padStart(4, '0')}`,
    label: record.title,
    contentInformationType: 'citserms_v3_0',
    data: [
      { path: 'data/erms.xml', mediaType: 'application/xml', createdAt, content: erms },
      ...item.files.map(plannedFile),
    ],
    descriptive: [
      {
        path: 'metadata/descriptive/dc.xml',
        mediaType: 'application/xml',
        createdAt,
        content: () => bytesOf(writeDc(itemDublinCore(record, item.files, folder.opened.folderId))),
        metadataType: 'DC',
      },
    ],
    preservation: [
      {
        path: 'metadata/preservation/premis.xml',
        mediaType: 'application/xml',
        createdAt,
        content: premis,
        metadataType: 'PREMIS',
        version: '3.0',
      },
    ],
    other: evidenceOfHistory(item.history, proofs, createdAt),
  };
}

function plannedFile({ path, mediaType, createdAt, read, format }: MeasuredFile): PlannedFile {
  return { path, mediaType, createdAt, content: read, ...(format === undefined ? {} : { format }) };
}
