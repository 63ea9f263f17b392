import type { PremisEventType } from '@sillok/schemas/preservation/premis-event-types';

/** A PREMIS 3.0 document. Ids are ours, so that the same history gives the same bytes. */
export interface PremisModel {
  readonly objects: readonly PremisObject[];
  readonly events: readonly PremisEvent[];
  readonly agents: readonly PremisAgent[];
  readonly rights: readonly PremisRights[];
}

export type PremisObject = PremisEntity | PremisFile;

export interface PremisEntity {
  readonly kind: 'intellectualEntity' | 'representation';
  readonly id: string;
  readonly originalName?: string;
  readonly relationships: readonly PremisRelationship[];
}

export interface PremisFile {
  readonly kind: 'file';
  readonly id: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** `key` as PRONOM names it: `fmt/476`. */
  readonly format: { readonly name: string; readonly version?: string; readonly key?: string };
  readonly originalName: string;
  /** Where it lies in the package. */
  readonly path?: string;
  readonly relationships: readonly PremisRelationship[];
}

/** `is part of`, `has part`, `has source`, … of another object. */
export interface PremisRelationship {
  readonly type: 'structural' | 'derivation' | 'dependency';
  readonly subType: string;
  readonly objectId: string;
}

export interface PremisEvent {
  readonly id: string;
  readonly type: PremisEventType;
  readonly at: string;
  readonly detail: string;
  readonly outcome?: 'success' | 'fail' | 'warning';
  readonly outcomeNote?: string;
  /** At least one. */
  readonly agents: readonly { readonly id: string; readonly role: string }[];
  /** At least one; each of them names the event too. */
  readonly objects: readonly { readonly id: string; readonly role: 'source' | 'outcome' }[];
}

export interface PremisAgent {
  readonly id: string;
  /** None where the person's name was destroyed. */
  readonly name?: string;
  readonly type: 'person' | 'organization' | 'software';
  readonly version?: string;
}

/** What the statute allows or forbids with these objects. */
export interface PremisRights {
  readonly id: string;
  readonly jurisdiction: string;
  readonly citation: string;
  /** When it was decided: a day or an instant. */
  readonly determinedAt?: string;
  readonly note?: string;
  /** `disseminate`, `disclose`, … */
  readonly act: string;
  /** `open`, `partial`, `closed`. */
  readonly restriction: string;
  readonly from: string;
  readonly to?: string;
  readonly objects: readonly string[];
}
