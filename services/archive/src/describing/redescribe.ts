import type { CommandContext, Outcome } from '@sillok/journal';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import type { redescription } from '@sillok/schemas/api/archive/description';
import type { ServiceContext } from '@sillok/service-context';
import type { z } from 'zod';
import { descriptionDecider, descriptionStream } from '../description/decide.ts';
import { lastDescription } from './last-description.ts';

export interface Redescribing {
  readonly descriptionId: string;
  readonly personId: string;
  readonly change: z.infer<typeof redescription>;
}

const attempts = 5;

/** Changes what is named and keeps the rest, as it is when the change is written. */
export async function redescribe(
  context: Pick<ServiceContext, 'journal'>,
  { descriptionId, personId, change }: Redescribing,
  command: CommandContext,
): Promise<Outcome | Refusal> {
  const stream = descriptionStream(descriptionId);
  const before = await context.journal.appliedBefore(descriptionDecider, stream, command);
  if (before !== undefined) return before;
  for (let attempt = 1; ; attempt += 1) {
    const last = await lastDescription(context, descriptionId);
    if (last === undefined) return refuse('not-found', 'descriptionId');
    const { title = last.unit.title, disclosure, dates } = change;
    const outcome = await context.journal.execute(
      descriptionDecider,
      stream,
      {
        type: 'RedescribeUnit',
        personId,
        change: { ...(disclosure === undefined ? {} : { disclosure }), ...(dates === undefined ? {} : { dates }) },
        words: { title, creator: last.unit.creator },
        isTitleChanged: title !== last.unit.title,
        edition: last.edition,
      },
      command,
    );
    if (!isRefusal(outcome) || outcome.field !== 'edition' || attempt === attempts) return outcome;
  }
}
