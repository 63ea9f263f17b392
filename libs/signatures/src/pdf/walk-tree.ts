import { malformed } from './malformed.ts';
import type { PdfValue } from './pdf-value.ts';

export interface TreeLimits {
  readonly depth: number;
  readonly nodes: number;
}

/** What a node says: who follows below it, and what they inherit. */
export interface TreeStep<Inherited> {
  readonly kids: readonly PdfValue[];
  readonly passedOn: Inherited;
}

/**
 * Walks a tree of indirect objects in order. Throws PDF_MALFORMED where a node is reached twice, lies too deep, or is
 * no reference, so that a loop ends at once.
 */
export function walkTree<Inherited>(
  roots: readonly PdfValue[],
  start: Inherited,
  limits: TreeLimits,
  step: (number: number, inherited: Inherited) => TreeStep<Inherited>,
): void {
  const seen = new Set<number>();
  const visit = (item: PdfValue, inherited: Inherited, depth: number): void => {
    if (item.type !== 'reference') throw malformed('a tree node that is no indirect object');
    if (seen.has(item.number) || depth > limits.depth) throw malformed('a tree that is none');
    if (seen.add(item.number).size > limits.nodes) throw malformed('a tree that is too large');
    const { kids, passedOn } = step(item.number, inherited);
    for (const kid of kids) visit(kid, passedOn, depth + 1);
  };
  for (const root of roots) visit(root, start, 0);
}
