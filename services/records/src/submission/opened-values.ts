import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import type { History } from './record-history.ts';

/** A sealed text of an event; absent once its key is gone. */
export function openedText(
  { opened }: Pick<History, 'opened'>,
  envelope: Envelope | undefined,
  field: string,
): string | undefined {
  const value = opened.find((one) => one.event === envelope?.id && one.field === field)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The sealed values of one event by their fields. */
export function openedValues({ opened }: Pick<History, 'opened'>, eventId: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(opened.filter(({ event }) => event === eventId).map(({ field, value }) => [field, value]));
}
