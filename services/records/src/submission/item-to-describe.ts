import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { submittedText } from '@sillok/schemas/vocabulary/official-document';
import type { RecordsContext } from '../context.ts';
import type { ItemToDescribe, MeasuredFile } from './describing.ts';
import { lastOfType } from './events-of-type.ts';
import { gatherItem } from './gather-item.ts';
import { measureFile } from './measure-file.ts';

/** A record gathered and looked at, one file after another. */
export async function itemToDescribe(
  context: RecordsContext,
  documentId: string,
  transferId: string,
): Promise<ItemToDescribe> {
  const { history, files } = await gatherItem(context, documentId, transferId);
  const measured: MeasuredFile[] = [];
  for (const file of files) measured.push(await measureFile(file));
  const established = lastOfType(history.events, documentEstablished);
  const text =
    established === undefined
      ? undefined
      : submittedText.parse(await context.contents.getJson(documentId, established.data.textAddress));
  return { documentId, history, files: measured, text };
}
