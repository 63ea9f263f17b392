import { SillokError } from '@sillok/kernel';
import { unitDescribed } from '@sillok/schemas/events/archive/unit-described';
import type { ServiceContext } from '@sillok/service-context';
import { descriptionStream } from '../description/decide.ts';
import type { Unit } from '../description/unit.ts';

export interface Described {
  readonly edition: number;
  readonly unit: Unit;
}

/** How a unit was described last; a word whose key is gone is a dash. */
export async function lastDescription(
  { journal }: Pick<ServiceContext, 'journal'>,
  descriptionId: string,
): Promise<Described | undefined> {
  const events = await journal.eventsOf(descriptionStream(descriptionId));
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const { title, creator } = await journal.open(last);
  return {
    edition: events.length,
    unit: { data: unitDescribed.data.parse(last.data), title: wordOf(title), creator: wordOf(creator) },
  };
}

export async function descriptionAt(context: Pick<ServiceContext, 'journal'>, descriptionId: string) {
  const described = await lastDescription(context, descriptionId);
  if (described === undefined) throw new SillokError('UNEXPECTED', `no description ${descriptionId}`);
  return described;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '–';
}
