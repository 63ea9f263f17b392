import { type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import { type Refusal, refuse } from '@sillok/kernel';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { DocumentText } from '@sillok/schemas/vocabulary/official-document';

/** An edit in review may not leave out what the submission could not have left out. */
export function checkEditedText(
  text: DocumentText,
  outgoing: boolean,
  directory: DirectoryState,
  at: string,
): Refusal | undefined {
  if (!outgoing) return text.addressees.length > 0 ? refuse('addressee-not-allowed', 'text.addressees') : undefined;
  if (text.addressees.length === 0) return refuse('addressee-required', 'text.addressees');
  const on = dateAt(directory, at);
  const asked = inForce(packInForce(directory, on)?.pack.documentMetadata ?? [], on);
  if (asked?.summary === 'outgoing' && (text.summary ?? '').trim() === '')
    return refuse('summary-required', 'text.summary');
  return asked?.keywords === 'outgoing' && text.keywords.length === 0
    ? refuse('keywords-required', 'text.keywords')
    : undefined;
}
