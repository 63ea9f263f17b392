import { readOptions } from '../command-options.ts';
import { crossesServices, hopsBetween } from '../docs/hops.ts';
import { sealing, submission } from '../docs/life-page.ts';

export const summary = 'List the reactions that a document passes, made from the code';

export const usage = `usage: sillok hops [--from EVENT] [--to EVENT] [--json]

Each line: the service, what it waits for, what it does, and whether the hop leads from one service to another.
Without options from the submission (${submission}) to the sealed record copy (${sealing}).`;

export async function run(args: readonly string[]): Promise<number> {
  const parsed = readOptions(args, {
    from: { type: 'string', default: submission },
    to: { type: 'string', default: sealing },
    json: { type: 'boolean', default: false },
  });
  if (parsed === undefined) return 2;
  const hops = hopsBetween(parsed.values.from, parsed.values.to).map((hop) => ({
    service: hop.service,
    reaction: hop.name,
    waitsFor: hop.waitsFor,
    leadsTo: hop.leadsTo,
    betweenServices: crossesServices(hop),
  }));
  if (parsed.values.json) console.log(JSON.stringify({ hops }));
  else for (const hop of hops) console.log(lineOf(hop));
  return 0;
}

function lineOf({
  service,
  reaction,
  betweenServices,
}: {
  service: string;
  reaction: string;
  betweenServices: boolean;
}) {
  return `${service.padEnd(13)} ${betweenServices ? '⇒' : '→'} ${reaction}${betweenServices ? '  (from another service)' : ''}`;
}
