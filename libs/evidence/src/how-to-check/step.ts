/** One step of the page: sentences before, commands that end with `OK` where all is right, sentences after. */
export interface Step {
  readonly title: string;
  readonly before: readonly string[];
  /** For bash; each is run in the folder of the package. */
  readonly commands: string;
  readonly after: readonly string[];
}
