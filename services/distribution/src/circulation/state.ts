export interface CirculationState {
  readonly started: boolean;
  readonly readers: readonly string[];
  readonly read: readonly string[];
}
