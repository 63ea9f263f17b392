/** What an outside judge said. `output` is all of it, for the reader of a failed test. */
export interface Judgement {
  readonly ok: boolean;
  readonly output: string;
  readonly warnings: readonly string[];
}

/** Files that a judge is given to believe: roots as PEM or DER, revocation lists and OCSP answers as DER. */
export interface TrustFiles {
  readonly roots?: readonly string[];
  readonly crls?: readonly string[];
  readonly ocsp?: readonly string[];
}

export function optionFor(option: string, files: readonly string[] | undefined): readonly string[] {
  return (files ?? []).flatMap((file) => [option, file]);
}

/** The lines of JSON that a judge wrote; others are ignored. */
export function jsonLines<Answer>(stdout: string): readonly Answer[] {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Answer => JSON.parse(line));
}
