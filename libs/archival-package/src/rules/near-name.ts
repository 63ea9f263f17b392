/** Whether a name is likely to be meant for another: other letters' case, signs between, or one letter too many, too few or wrong. */
export function isNearName(name: string, meant: string): boolean {
  if (name === meant) return false;
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  return plain === meant || isOneLetterOff(name.toLowerCase(), meant);
}

function isOneLetterOff(name: string, meant: string): boolean {
  if (Math.abs(name.length - meant.length) > 1) return false;
  let same = 0;
  while (same < meant.length && name[same] === meant[same]) same += 1;
  const rests = [
    [name.slice(same + 1), meant.slice(same)],
    [name.slice(same), meant.slice(same + 1)],
    [name.slice(same + 1), meant.slice(same + 1)],
  ];
  return rests.some(([one, other]) => one === other);
}
