import { type Reaction, reactions, type StreamKind, streamKinds } from './service-facts.ts';

/** The reactions that a document has to pass from one event to another, in order. People's acts are not counted. */
export function hopsBetween(from: string, to: string): readonly Reaction[] {
  const all = reactions().filter((one) => one.leadsTo.length > 0);
  const kinds = streamKinds();
  const isAfter = (event: string) => (one: Reaction) => canLead(event, one.waitsFor, all, kinds);
  const passed = all.filter(
    (one) => isAfter(from)(one) && one.leadsTo.some((event) => canLead(event, [to], all, kinds)),
  );
  return passed.toSorted((left, right) => Number(isBefore(right, left)) - Number(isBefore(left, right)));

  function isBefore(left: Reaction, right: Reaction): boolean {
    return left.leadsTo.some((event) => isAfter(event)(right)) && !right.leadsTo.some((event) => isAfter(event)(left));
  }
}

export function crossesServices({ service, waitsFor }: Reaction): boolean {
  return waitsFor.some((event) => !event.startsWith(`${service}.`));
}

/** Whether one event leads to one of the others by reactions, and by what people do to the same stream. */
function canLead(
  event: string,
  goals: readonly string[],
  all: readonly Reaction[],
  kinds: readonly StreamKind[],
): boolean {
  const reached = new Set([event]);
  for (const one of reached) {
    const beside = kinds.filter(
      (kind) => kind.events.includes(one) && kind.events.some((each) => !isCaused(each, all)),
    );
    const caused = all.filter((reaction) => reaction.waitsFor.includes(one));
    for (const next of [...beside.flatMap((kind) => kind.events), ...caused.flatMap((reaction) => reaction.leadsTo)]) {
      reached.add(next);
    }
  }
  return goals.some((goal) => reached.has(goal));
}

/** Where only reactions write, as in a register, no event of the stream leads to another. */
function isCaused(event: string, all: readonly Reaction[]): boolean {
  return all.some((one) => one.leadsTo.includes(event));
}
