import { paperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import { paperSealed } from '@sillok/schemas/events/distribution/paper-sealed';
import { scanName } from '@sillok/schemas/vocabulary/scan';
import type { RecordsContext } from '../context.ts';
import { lastOfType } from './events-of-type.ts';
import { asicMediaType, type ItemFile } from './item-file.ts';
import type { History } from './record-history.ts';

/** Of a letter on paper: the scan, and the container in which the seal says how it was made. */
export function scannedFiles({ contents }: Pick<RecordsContext, 'contents'>, { events }: History): readonly ItemFile[] {
  const scanned = lastOfType(events, paperScanned);
  if (scanned === undefined) return [];
  const { documentId, scanAddress, mediaType } = scanned.data;
  const name = scanName(mediaType);
  const scan: ItemFile = {
    path: `data/${name}`,
    role: 'document',
    mediaType,
    createdAt: scanned.data.scannedAt,
    originalName: name,
    eventId: scanned.envelope.id,
    read: () => contents.get(documentId, scanAddress),
  };
  const sealed = lastOfType(events, paperSealed);
  if (sealed === undefined) return [scan];
  const { digitisationAddress } = sealed.data;
  const digitisation: ItemFile = {
    path: 'data/digitisation.asice',
    role: 'digitisation',
    mediaType: asicMediaType,
    createdAt: sealed.envelope.recordedAt,
    originalName: 'digitisation.asice',
    eventId: sealed.envelope.id,
    read: () => contents.get(documentId, digitisationAddress),
  };
  return [scan, digitisation];
}
