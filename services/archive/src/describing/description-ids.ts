import { createHash } from 'node:crypto';
import { nameBasedId } from '@sillok/journal';

/**
 * What a unit is called follows from what it is a description of: described twice, it is one unit. Nothing is counted,
 * so that no code and no gap tells of a neighbour that is not open.
 */
export function fondsId(creatorId: string): string {
  return nameBasedId('description', creatorId);
}

/** `path`: the codes of the classification, from the top down. */
export function seriesId(creatorId: string, path: readonly string[]): string {
  return nameBasedId('description', creatorId, 'series', ...path);
}

export function fileId(creatorId: string, folderId: string): string {
  return nameBasedId('description', creatorId, 'file', folderId);
}

export function itemId(creatorId: string, documentId: string): string {
  return nameBasedId('description', creatorId, 'item', documentId);
}

/** The last part of a reference code (ISAD(G) 3.1.1): 48 bits of the id, without telling it. */
export function shortCodeOf(descriptionId: string): string {
  return createHash('sha256').update(descriptionId).digest('hex').slice(0, 12);
}
