import { childrenOf, type MetsElement } from '../mets/mets-element.ts';

const marks = [
  ['ROLE', 'CREATOR'],
  ['TYPE', 'OTHER'],
  ['OTHERTYPE', 'SOFTWARE'],
] as const;

export type SoftwareMark = (typeof marks)[number][0];

/**
 * CSIP10 asks for one agent that is the software, told by three marks. Other agents may stand beside it, so the one
 * that comes nearest is meant; where several come equally near, each is.
 */
export function softwareAgents(header: MetsElement): readonly MetsElement[] {
  const agents = childrenOf(header, 'agent').map((agent) => ({ agent, count: matching(agent) }));
  const most = Math.max(0, ...agents.map(({ count }) => count));
  const nearest = agents.filter(({ count }) => count === most).map(({ agent }) => agent);
  return most === marks.length ? nearest.slice(0, 1) : nearest;
}

export function softwareMark(mark: SoftwareMark): string {
  return marks.find(([name]) => name === mark)?.[1] ?? '';
}

function matching(agent: MetsElement): number {
  return marks.filter(([attribute, value]) => agent.attributes.get(attribute) === value).length;
}
