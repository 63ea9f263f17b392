import type { Refusal } from '@sillok/kernel';
import type { DraftText } from '@sillok/schemas/vocabulary/official-document';
import { checkContent } from './check-content.ts';
import { checkText } from './check-text.ts';

/** Whether every character of a draft or an edited text can stand in a paper; the first one that can't is named with its field. */
export function checkDocumentText(text: DraftText): Refusal | undefined {
  const texts: readonly (readonly [field: string, value: string | undefined])[] = [
    ['text.title', text.title],
    ['text.via', text.via],
    ...(text.keywords ?? []).map((keyword, index) => [`text.keywords.${index}`, keyword] as const),
    ...(text.addressees ?? []).map(({ name }, index) => [`text.addressees.${index}.name`, name] as const),
  ];
  for (const [field, value] of texts) {
    const refusal = value === undefined ? undefined : checkText(value, field);
    if (refusal !== undefined) return refusal;
  }
  const summary =
    text.summary === undefined ? undefined : checkText(text.summary, 'text.summary', { lineBreaks: true });
  return summary ?? (text.content === undefined ? undefined : checkContent(text.content, 'text.content'));
}
