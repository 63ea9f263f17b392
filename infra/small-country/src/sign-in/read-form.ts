import type { IncomingMessage } from 'node:http';

const mostBytes = 4096;

/** A small urlencoded form. Throws when it is larger than 4 KiB. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > mostBytes) throw new RangeError('the form is too large');
  }
  return new URLSearchParams(text);
}
