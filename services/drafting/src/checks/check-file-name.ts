import { type Refusal, refuse } from '@sillok/kernel';
import { checkText } from '@sillok/official-document';

const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i;
/** Of UTF-8, as Linux counts; a Korean letter is three. */
const mostBytes = 255;

/** A name that every system can carry: no path, no hidden characters, NFC, and nothing that one of them reserves. */
export function checkFileName(name: string, field: string): Refusal | undefined {
  const isLong = new TextEncoder().encode(name).length > mostBytes;
  const bad = isLong || /[/\\<>:"|?*]/.test(name) || name.startsWith('.') || /[. ]$/.test(name) || reserved.test(name);
  return bad ? refuse('file-name-unsafe', field) : checkText(name, field);
}
