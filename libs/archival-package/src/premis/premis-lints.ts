import type { PremisModel } from './premis-model.ts';

/**
 * What the schema lets pass and a reader cannot use: an event of nobody or about nothing, a file that no event made,
 * a name that is nowhere declared, two things of one name.
 */
export function premisLints({ objects, events, agents, rights }: PremisModel): readonly string[] {
  const known = new Set(objects.map(({ id }) => id));
  const acting = new Set(agents.map(({ id }) => id));
  return [
    ...objects.flatMap(({ id, relationships }) =>
      unknownOf(
        known,
        relationships.map(({ objectId }) => objectId),
        `the object ${id}`,
      ),
    ),
    ...filesOfNoEvent(objects, events),
    ...events.flatMap(({ id, agents: who, objects: what }) => [
      ...(who.length === 0 ? [`the event ${id} has no agent`] : []),
      ...(what.length === 0 ? [`the event ${id} is about no object`] : []),
      ...unknownOf(acting, who.map(idOf), `the event ${id}`),
      ...unknownOf(known, what.map(idOf), `the event ${id}`),
    ]),
    ...rights.flatMap(({ id, objects: what }) => unknownOf(known, what, `the rights ${id}`)),
    ...[objects, events, agents, rights].flatMap((list) => repeatedIn(list.map(idOf))),
  ];
}

/** Nobody knows where such a file comes from. */
function filesOfNoEvent(objects: PremisModel['objects'], events: PremisModel['events']): readonly string[] {
  const told = new Set(events.flatMap((event) => event.objects.map(idOf)));
  return objects
    .filter(({ kind, id }) => kind === 'file' && !told.has(id))
    .map(({ id }) => `the file ${id} is in no event`);
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function unknownOf(known: ReadonlySet<string>, named: readonly string[], by: string): readonly string[] {
  return named.filter((id) => !known.has(id)).map((id) => `${by} names ${id}, which is not there`);
}

function repeatedIn(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.has(id) || !seen.add(id)).map((id) => `${id} is there twice`);
}
