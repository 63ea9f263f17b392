import type { FastifyReply } from 'fastify';
import { contentDisposition } from './content-disposition.ts';
import { answerKind, type CookieChange, isSpecialAnswer, type SpecialAnswer } from './reply.ts';
import { fileHeaders, pageHeaders } from './security-headers.ts';

/** Turns a handler's answer into a response. */
export function sendAnswer(reply: FastifyReply, answer: unknown): FastifyReply {
  return isSpecialAnswer(answer) ? sendSpecial(reply, answer) : reply.status(200).send(answer);
}

function sendSpecial(reply: FastifyReply, answer: SpecialAnswer): FastifyReply {
  switch (answer[answerKind]) {
    case 'json':
      if (answer.location !== undefined) reply.header('location', answer.location);
      return reply.status(answer.status).send(answer.value);
    case 'file':
      return reply
        .headers({ ...fileHeaders, 'content-disposition': contentDisposition(answer.name) })
        .type(answer.mediaType)
        .send(answer.content);
    case 'page':
      return reply.status(answer.status).headers(pageHeaders).type('text/html; charset=utf-8').send(answer.html);
    case 'redirect':
      for (const cookie of answer.cookies) setCookie(reply, cookie);
      return reply.status(303).header('location', answer.location).send();
    case 'asset':
      return reply.header('cache-control', `max-age=${answer.seconds}`).type(answer.mediaType).send(answer.bytes);
    case 'text':
      return reply.status(answer.status).type(answer.mediaType).send(answer.text);
    case 'events':
      return reply.type('text/event-stream').send(answer.stream);
  }
}

// `__Host-` (RFC 6265bis §4.1.3): Secure, no Domain, Path=/.
const attributes = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' } as const;

function setCookie(reply: FastifyReply, change: CookieChange): void {
  if (change.value === undefined) reply.clearCookie(change.name, attributes);
  else reply.setCookie(change.name, change.value, { ...attributes, maxAge: change.seconds ?? 0 });
}
