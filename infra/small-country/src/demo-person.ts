import type { Language } from '@sillok/schemas/vocabulary/primitives';

/** Somebody who may sign in to the demonstration. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  /** The id of the institution, the first label of its host name. */
  readonly institution: string;
  readonly title: string;
  readonly language: Language;
}

export interface DemoInstitution {
  readonly id: string;
  readonly name: string;
}
