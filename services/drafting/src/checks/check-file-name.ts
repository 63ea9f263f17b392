import { type Refusal, refuse } from '@sillok/kernel';
import { checkText } from '@sillok/official-document';

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that every system can carry: no path, no hidden characters, NFC, and nothing that one of them reserves. */
export function checkFileName(name: string, field: string): Refusal | undefined {
  const bad = /[/\\<>:"|?*]/.test(name) || name.startsWith('.') || /[. ]$/.test(name) || reserved.test(name);
  return bad ? refuse('file-name-unsafe', field) : checkText(name, field);
}
