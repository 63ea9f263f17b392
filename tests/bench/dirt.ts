/** What the machine did while it was measured. */
export interface Watched {
  /** CPU that others used, in cores: 0.1 is a tenth of one. `undefined` where nobody can tell. */
  readonly othersCores: number | undefined;
  /** Runnable processes of the minute before (load average), and how many cores there are. */
  readonly loadBefore: number;
  readonly cores: number;
  /** The widest spread of a comparison, as a share of its median. */
  readonly spread: number;
}

const mostOfOthers = 0.1;
const mostSpread = 0.5;

/** Why the figures are not to be trusted; nothing where the machine was quiet. */
export function dirtOf({ othersCores, loadBefore, cores, spread }: Watched): readonly string[] {
  const others =
    othersCores === undefined
      ? ['nobody can tell here what other processes used']
      : othersCores > mostOfOthers
        ? [`other processes used ${percent(othersCores)} of a core (at most ${percent(mostOfOthers)})`]
        : [];
  return [
    ...others,
    ...(loadBefore > cores / 2 ? [`the load was ${loadBefore.toFixed(1)} on ${cores} cores when it began`] : []),
    ...(spread > mostSpread ? [`the rounds lie ${percent(spread)} apart (at most ${percent(mostSpread)})`] : []),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
