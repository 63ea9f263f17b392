import type { AppendExpectedRevision, BinaryEventData } from '@eventstore/db-client';
import { NO_STREAM, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';
import type { AppendResult, EventToAppend } from '../event-store.ts';
import { wrongRevision } from '../store-faults.ts';
import { proposedEvent } from './esdb-events.ts';
import type { EsdbLink } from './esdb-link.ts';
import { persisting } from './esdb-link.ts';
import { positionOf } from './esdb-positions.ts';

interface Proposal {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly BinaryEventData[];
}

/**
 * An append whose outcome is unknown is looked for in its stream. Found, it is answered; where something else stands
 * in its place it can't come any more; where nothing does, the same append is sent again: the expected revision lets
 * one of the tries through at most.
 */
export function appendSurely(
  link: EsdbLink,
  stream: string,
  expected: number,
  events: readonly EventToAppend[],
): Promise<AppendResult> {
  const proposal = { stream, expected, events: events.map(proposedEvent) };
  return persisting(link, async (tries) => {
    const found = tries === 0 ? undefined : await lookFor(link, proposal);
    return found ?? append(link, proposal, tries);
  });
}

async function append(link: EsdbLink, proposal: Proposal, tries: number): Promise<AppendResult> {
  const { stream, expected, events } = proposal;
  try {
    const expectedRevision: AppendExpectedRevision = expected === -1 ? NO_STREAM : BigInt(expected);
    const answer = await link.client.appendToStream(nameOf(link, stream), [...events], {
      ...link.call,
      expectedRevision,
    });
    if (answer.position === undefined) return await mustFind(link, proposal);
    return { position: positionOf(answer.position), revision: Number(answer.nextExpectedRevision) };
  } catch (error) {
    if (!(error instanceof WrongExpectedVersionError)) throw error;
    // An earlier try may have been on its way still when its stream was read.
    if (tries > 0) return mustFind(link, proposal);
    throw wrongRevision(stream, expected, revisionOf(error.actualVersion));
  }
}

async function mustFind(link: EsdbLink, proposal: Proposal): Promise<AppendResult> {
  const found = await lookFor(link, proposal);
  // Behind the stream it names: somebody expects a revision that is not there yet.
  if (found === undefined) throw wrongRevision(proposal.stream, proposal.expected, await endOf(link, proposal.stream));
  return found;
}

/** Ours, or nothing where its place is empty. Throws EVENT_STORE_WRONG_REVISION where another's stands there. */
async function lookFor(link: EsdbLink, { stream, expected, events }: Proposal): Promise<AppendResult | undefined> {
  const first = events[0]?.id;
  const options = { ...link.call, fromRevision: BigInt(expected + 1), maxCount: events.length };
  let last: AppendResult | undefined;
  try {
    for await (const { event } of link.client.readStream(nameOf(link, stream), options)) {
      if (event === undefined) continue;
      if (last === undefined && event.id !== first) throw wrongRevision(stream, expected, await endOf(link, stream));
      if (event.position !== undefined) {
        last = { position: positionOf(event.position), revision: Number(event.revision) };
      }
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return last;
}

async function endOf(link: EsdbLink, stream: string): Promise<number> {
  try {
    const options = { ...link.call, direction: 'backwards', fromRevision: 'end', maxCount: 1 } as const;
    for await (const { event } of link.client.readStream(nameOf(link, stream), options)) {
      if (event !== undefined) return Number(event.revision);
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return -1;
}

/** How the server calls a stream of this log. */
export function nameOf(link: EsdbLink, stream: string): string {
  return `${link.log}/${stream}`;
}

function revisionOf(actual: WrongExpectedVersionError['actualVersion']): number {
  return typeof actual === 'bigint' ? Number(actual) : -1;
}
