import type { Language } from '@sillok/schemas/vocabulary/primitives';

/** An institution of the small country: everything a newcomer finds there, founded through commands alone. */
export interface InstitutionPlan {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly pack: string;
  readonly foundedOn: string;
  /** The others hand their records over to it in the end. */
  readonly isArchives?: boolean;
  readonly contact: {
    readonly postcode: string;
    readonly address: string;
    readonly homepage: string;
    readonly telephone: string;
    readonly fax: string;
    readonly email: string;
  };
  readonly seal: { readonly text: string; readonly shape: 'square' | 'round' };
  readonly units: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly parent?: string;
  }[];
  readonly people: readonly PersonPlan[];
  readonly unitTasks: readonly UnitTaskPlan[];
  readonly absences: readonly {
    readonly person: string;
    readonly from: string;
    readonly until: string;
    readonly deputies: readonly string[];
  }[];
}

export interface PersonPlan {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly position: string;
  readonly level: string;
  readonly roles?: readonly string[];
}

export interface UnitTaskPlan {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly path: readonly string[];
  readonly retention: string;
  readonly folder: string;
  /** The delegation table: which level decides which matter, and whose heads must concur. */
  readonly matters: readonly {
    readonly matter: string;
    readonly level: string;
    readonly concurring?: readonly string[];
  }[];
}
