const longestInBytes = 200;

// Controls, bidirectional marks, what Windows keeps for itself, and what would climb.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\\/:*?"<>|%#]/gu;

/** An author's name for a file as every disk takes it: NFC, at most 200 bytes, its ending kept. */
export function safeFileName(name: string): string {
  const safe = name.normalize('NFC').replace(unsafe, '_').trim();
  const dot = safe.lastIndexOf('.');
  const ending = dot > 0 && safe.length - dot <= 10 ? safe.slice(dot) : '';
  const stem = shortened(ending === '' ? safe : safe.slice(0, dot), longestInBytes - Buffer.byteLength(ending));
  return `${stem}${ending}`.replace(/^[.\s]+|[.\s]+$/gu, '') || 'file';
}

function shortened(text: string, bytes: number): string {
  let left = bytes;
  let kept = '';
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}
