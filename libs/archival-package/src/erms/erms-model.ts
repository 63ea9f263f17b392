/**
 * What CITS ERMS 3.0 says of a folder and its records, as far as we have it to say. Days are `2026-12-31`, instants
 * RFC 3339, best with the offset of the house: their first ten characters are then the civil date. A person whose name was destroyed has none.
 */
export interface ErmsModel {
  /** Of this description, unique in the sender's house. */
  readonly identifier: string;
  readonly createdAt: string;
  /** Who describes; `code` as in the address book. */
  readonly agency: { readonly name: string; readonly code?: string };
  readonly system?: { readonly name: string; readonly version?: string };
  readonly classificationSchema?: ErmsClassificationSchema;
  readonly folder: ErmsFolder;
  readonly records: readonly ErmsRecord[];
}

export interface ErmsClassificationSchema {
  /** Letters, digits, `.`, `_` and `-`. */
  readonly id: string;
  readonly status: 'current' | 'previous';
  readonly from: string;
  readonly to?: string;
  readonly description?: string;
}

/** One aggregation of level `file` (기록물철). */
export interface ErmsFolder {
  readonly id: string;
  readonly title: string;
  /** From the top down to the unit task. */
  readonly classification: readonly { readonly code: string; readonly title: string }[];
  readonly status?: 'open' | 'closed';
  readonly openedOn?: string;
  readonly closedOn?: string;
  readonly disposal?: ErmsDisposal;
  readonly agents: readonly ErmsAgent[];
}

export interface ErmsDisposal {
  /** The code of the period in the rules of the house. */
  readonly retention?: string;
  /** ISO 8601 (`P10Y`); none where nothing is counted: permanent, semi-permanent. */
  readonly period?: string;
  /** The period in words. */
  readonly description?: string;
  readonly action?: 'transfer' | 'destroy' | 'review';
  /** The law under which it is kept. */
  readonly mandate?: string;
  readonly start: string;
  readonly end?: string;
}

export interface ErmsAgent {
  readonly role: ErmsRole;
  readonly name?: string;
  /** Of a person, a unit, an institution. */
  readonly id?: string;
  readonly organisation?: string;
  readonly unit?: string;
}

export const ermsRoles = [
  'drafter',
  'reviewer',
  'concurring',
  'approver',
  'sender',
  'recipient',
  'receiving-unit',
  'responsible-unit',
  'custodian',
  'scanner',
  'registrar',
  'other',
] as const;
export type ErmsRole = (typeof ermsRoles)[number];

export interface ErmsRecord {
  readonly id: string;
  readonly title: string;
  /** Made here, received from another system, or scanned from paper that came in. */
  readonly type?: 'produced' | 'received' | 'scanned';
  /** The number as people write it: `정보공개정책과-1`. */
  readonly display?: string;
  readonly number?: number;
  /** `scope/year/book` of the register that gave the number. */
  readonly register?: string;
  /** The number that its sender gave what came from outside. */
  readonly senderNumber?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly direction?: 'incoming' | 'outgoing' | 'internal';
  readonly keywords: readonly string[];
  readonly summary?: string;
  readonly disclosure?: ErmsDisclosure;
  readonly disposal?: ErmsDisposal;
  /** When the document came into being; of one that came from outside, when it took effect here (ERMS135). */
  readonly createdAt?: string;
  readonly registeredAt?: string;
  readonly receivedAt?: string;
  readonly sentAt?: string;
  readonly reviewedOn?: string;
  readonly agents: readonly ErmsAgent[];
  /** The line (결재선), in its order. */
  readonly actions: readonly ErmsAction[];
  readonly signatures: readonly { readonly isPresent: boolean; readonly verifiedAt?: string }[];
  readonly components: readonly ErmsComponent[];
  /** Where the paper lies, of a scanned letter. */
  readonly physicalLocations: readonly string[];
  readonly relations: readonly ErmsRelation[];
}

export interface ErmsDisclosure {
  readonly class: 'open' | 'partial' | 'closed';
  readonly grounds: readonly ErmsGround[];
  /** The last day of it, where the law gives one. */
  readonly until?: string;
}

export interface ErmsGround {
  readonly code: string;
  /** The words of the regulation, with its place: `정보공개법 제9조 제1항 제6호`. */
  readonly citation: string;
}

export interface ErmsAction {
  /** `drafted`, `reviewed`, `concurred`, `concurred-with-dissent`, `approved`, `approved-for-absent`, … */
  readonly type: string;
  readonly text: string;
  readonly at: string;
  readonly agent: ErmsAgent;
}

export interface ErmsComponent {
  readonly name: string;
  /** Relative to the folder of the representation's METS: `data/document.pdf`. */
  readonly path: string;
  /** A PRONOM key or a media type. */
  readonly fileFormat?: string;
  readonly description?: string;
  readonly isSigned?: boolean;
}

export interface ErmsRelation {
  readonly kind: 'answers' | 'replaces' | 'returned-earlier';
  /** The other document, dispatch or transfer. */
  readonly target: string;
}
