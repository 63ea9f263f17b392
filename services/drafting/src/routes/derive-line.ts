import { deriveLine } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { lineAnswer, lineQuestion } from '@sillok/schemas/api/drafting/draft';
import { personOf } from '@sillok/service-context';
import type { DraftingContext } from '../context.ts';

export function deriveLineRoute(context: DraftingContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/drafting/line',
    operationId: 'DeriveLine',
    summary: 'The approval line that the delegation table gives today',
    tag: 'drafting',
    access: 'signed-in',
    query: lineQuestion,
    response: lineAnswer,
    async handle(request) {
      const question = { ...request.query, drafterId: personOf(request).id, at: context.clock.now() };
      const derived = deriveLine(await context.directory.latest(), question);
      if (isRefusal(derived)) return derived;
      const { level, delegationRuleId } = derived.basis;
      return { line: [...derived.steps], level, ...(delegationRuleId === undefined ? {} : { delegationRuleId }) };
    },
  });
}
