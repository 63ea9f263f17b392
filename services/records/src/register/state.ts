/** A register holds nothing but registrations, so its length is its counter (`register-<scope>-<year>-<book>`). */
export interface RegisterState {
  readonly count: number;
}

export interface Numbering {
  readonly openingNumber: number;
  /** With blanks `{unit}`, `{institution}`, `{year}` filled and `{number}` left open. */
  readonly displayPattern: string;
}

/** What the next registration is called, whether it is one of ours or one that we received. */
export function nextNumber({ openingNumber, displayPattern }: Numbering, { count }: RegisterState) {
  const number = openingNumber + count + 1;
  return { number, display: displayPattern.replace('{number}', String(number)) };
}
