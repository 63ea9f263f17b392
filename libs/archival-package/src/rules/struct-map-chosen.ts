import { attributeOf, childrenOf, type MetsElement } from '../mets/mets-element.ts';

/**
 * The structural map that CSIP80 to CSIP112 are about: the one labelled CSIP; where none is, the physical one, or else
 * the first, so that a missing label does not hide what else is wrong.
 */
export function csipMap(root: MetsElement): MetsElement | undefined {
  const maps = childrenOf(root, 'structMap');
  const labelled = maps.find((map) => map.attributes.get('LABEL') === 'CSIP');
  return labelled ?? maps.find((map) => attributeOf(map, 'TYPE').toUpperCase() === 'PHYSICAL') ?? maps[0];
}

/** The divisions right below the main one. */
export function divisions(root: MetsElement): readonly MetsElement[] {
  const map = csipMap(root);
  return map === undefined ? [] : childrenOf(map, 'div').flatMap((main) => childrenOf(main, 'div'));
}
