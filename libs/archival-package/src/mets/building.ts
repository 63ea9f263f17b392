import type { MetsElement } from './mets-element.ts';

/** An element while it is being read. */
export interface Building extends MetsElement {
  readonly children: Building[];
  text: string;
  streamed: number;
}

export function building(name: string, line: number, attributes: ReadonlyMap<string, string>): Building {
  return { name, line, attributes, children: [], text: '', streamed: 0 };
}
