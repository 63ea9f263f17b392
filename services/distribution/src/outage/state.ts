/** Whether it was recorded: an outage is told once, when it is over. */
export interface OutageState {
  readonly isRecorded: boolean;
}
