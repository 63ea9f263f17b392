import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { SillokError } from '@sillok/kernel';

/** Passes the bytes on and fails at the first one past the limit. */
export function limitedBody(source: Readable, limitBytes: number): Readable {
  let count = 0;
  const limited = new Transform({
    transform(chunk: Uint8Array, _encoding, done: TransformCallback) {
      count += chunk.length;
      if (count > limitBytes) done(tooLarge(limitBytes));
      else done(null, chunk);
    },
  });
  source.once('error', (error) => limited.destroy(error));
  // What still comes is let go unread: whoever is in the middle of sending would otherwise not hear the answer.
  limited.once('error', () => source.unpipe(limited).resume());
  source.once('close', () => {
    if (!source.readableEnded) limited.destroy(new SillokError('input-invalid', 'the body ended early', endedEarly));
  });
  return source.pipe(limited);
}

const endedEarly = { field: 'body', details: { rule: 'complete' } };

export function tooLarge(limitBytes: number): SillokError {
  return new SillokError('input-too-large', 'the body passes its limit', { details: { limit: limitBytes } });
}
