import type { EventDefinition } from '@sillok/schemas/vocabulary/event-definition';
import { allEvents } from '../composition/all-events.ts';
import { crossesServices, hopsBetween } from './hops.ts';
import {
  projectionPrefixes,
  type Reaction,
  reactions,
  type StreamKind,
  streamKinds,
  writers,
} from './service-facts.ts';

export const submission = 'drafting.DraftSubmitted.v1';
export const sealing = 'records.RecordSealed.v1';

/** Who writes which event, who waits for it, and the way of a document; made from schemas and reactions. */
export function lifePage(): string {
  const hops = hopsBetween(submission, sealing);
  const between = hops.filter(crossesServices).length;
  return [
    '# The life of a document: events, and who waits for them',
    '',
    'Made by `npm run docs` from `schemas/events/` and `services/*/src/reactions/`; do not edit.',
    '',
    'Each service writes its own streams. It learns of the others by reading their events; nobody calls anybody.',
    '',
    ...picture(),
    '',
    '## From submission to the sealed PDF',
    '',
    `${hops.length} reactions, of which ${between} cross from one service to another. What people do in between (they`,
    'sign, or change the text) happens in the stream of the case.',
    '',
    '| hop | reaction | service | waits for | leads to |',
    '|---|---|---|---|---|',
    ...hops.map((one, index) => `| ${index + 1} ${row(one)}`),
    '',
    '## All reactions',
    '',
    '| reaction | service | waits for | leads to |',
    '|---|---|---|---|',
    ...reactions().map(row),
    '',
    ...writers.flatMap(section),
  ].join('\n');
}

function row({ name, service, waitsFor, leadsTo }: Reaction): string {
  return `| \`${name}\` | ${service} | ${coded(waitsFor)} | ${leadsTo.length === 0 ? 'an alarm' : coded(leadsTo)} |`;
}

function coded(types: readonly string[]): string {
  return types.map((type) => `\`${type}\``).join(', ');
}

/** Only the streams that reactions join; the other ones stand in the tables below. */
function picture(): readonly string[] {
  const acting = reactions().filter((one) => one.leadsTo.length > 0);
  const joined = new Set(acting.flatMap((one) => [...one.waitsFor, ...one.leadsTo]));
  return [
    '```mermaid',
    'flowchart LR',
    ...streamKinds().flatMap((kind) => boxOf(kind, joined)),
    ...acting.flatMap(arrowsOf),
    '```',
  ];
}

function boxOf({ service, name, events }: StreamKind, joined: ReadonlySet<string>): readonly string[] {
  const shown = events.filter((event) => joined.has(event));
  if (shown.length === 0) return [];
  const nodes = shown.map((event) => `    ${nodeOf(event)}["${event.split('.')[1]}"]`);
  return [`  subgraph ${service}_${name.replaceAll('-', '_')}["${service}: ${name}"]`, ...nodes, '  end'];
}

function arrowsOf({ name, waitsFor, leadsTo }: Reaction): readonly string[] {
  return waitsFor.flatMap((from) => leadsTo.map((to) => `  ${nodeOf(from)} -- ${name} --> ${nodeOf(to)}`));
}

function nodeOf(type: string): string {
  return type.replaceAll('.', '_');
}

function section(service: string): readonly string[] {
  const own = allEvents.filter(({ type }) => type.startsWith(`${service}.`)).toSorted(byType);
  return [
    `## ${service}`,
    '',
    '| event | stream | in the open | sealed by the key of | who else reads it |',
    '|---|---|---|---|---|',
    ...own.map((one) => eventRow(service, one)),
    '',
  ];
}

function byType(left: EventDefinition, right: EventDefinition): number {
  return left.type < right.type ? -1 : 1;
}

function eventRow(service: string, { type, data, sealed }: EventDefinition): string {
  const stream = streamKinds().find((kind) => kind.events.includes(type))?.name ?? '';
  const secrets = Object.entries(sealed).map(([field, { scope }]) => `\`${field}\`: ${scope}`);
  const open = Object.keys(data.shape).map((field) => `\`${field}\``);
  const cells = [`\`${type}\``, stream, open.join(', '), secrets.join(', '), readersOf(service, type).join(', ')];
  return `| ${cells.map((cell) => (cell === '' ? '–' : cell)).join(' | ')} |`;
}

function readersOf(service: string, type: string): readonly string[] {
  return writers.filter((other) => {
    const waits = reactions().some((one) => one.service === other && one.waitsFor.includes(type));
    return other !== service && (waits || projectionPrefixes(other).some((prefix) => type.startsWith(prefix)));
  });
}
