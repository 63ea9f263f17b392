/** What must not leave the house: a requirement of the profiles or of ours, and where. */
export interface InspectionFinding {
  /** At most 64 characters: `CSIP1`, `SILLOK-FILE-EMPTY`. */
  readonly code: string;
  readonly path: string;
  readonly message: string;
}
