/** Another institution, which vouches for this log. */
export interface Neighbour {
  readonly institutionId: string;
  /** By which its cosignatures are believed (C2SP note verifier key). */
  readonly witnessKey: string;
  /** `add-checkpoint` lies below this address (c2sp.org/tlog-witness). */
  readonly submissionPrefix: string;
}
