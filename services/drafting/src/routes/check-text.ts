import { defineRoute } from '@sillok/http-service';
import { checkText } from '@sillok/official-document';
import { textAnswer, textQuestion } from '@sillok/schemas/api/drafting/draft';

export function checkTextRoute() {
  return defineRoute({
    method: 'POST',
    url: '/api/drafting/text-checks',
    operationId: 'CheckText',
    summary: 'Ask, while typing, whether every character can stand in a paper',
    tag: 'drafting',
    access: 'signed-in',
    body: textQuestion,
    response: textAnswer,
    handle: (request) =>
      checkText(request.body.text, request.body.field, { lineBreaks: true }) ?? { accepted: true as const },
  });
}
