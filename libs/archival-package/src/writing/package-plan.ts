/** A file of a package that is to be written; its path is relative to the folder of the METS that speaks of it. */
export interface PlannedFile {
  /** With `/`, NFC, no climbing: `data/document.pdf`. */
  readonly path: string;
  /** An IANA media type. */
  readonly mediaType: string;
  readonly createdAt: string;
  readonly content: () => AsyncIterable<Uint8Array> | Promise<Uint8Array> | Uint8Array;
  /** As PRONOM names it: `{ name: 'Acrobat PDF/A', version: '2a', key: 'fmt/476' }`. */
  readonly format?: { readonly name: string; readonly version?: string; readonly key: string };
}

/** A file that METS points at as metadata (mdRef): `DC`, `PREMIS`, `OTHER`. */
export interface PlannedMetadata extends PlannedFile {
  readonly metadataType: 'DC' | 'PREMIS' | 'EAD' | 'OTHER';
  /** Of `OTHER`: what it is. */
  readonly otherType?: string;
  readonly version?: string;
}

/** One representation, written anew; its METS is made from this. */
export interface PlannedRepresentation {
  /** The name of its folder, unique in the package: `item-0001`. */
  readonly name: string;
  readonly label: string;
  readonly contentInformationType: string;
  readonly data: readonly PlannedFile[];
  readonly descriptive: readonly PlannedMetadata[];
  readonly preservation: readonly PlannedMetadata[];
  readonly other: readonly PlannedMetadata[];
}

/** A representation that is taken over byte by byte, its own METS included (`METS.xml` is among its files). */
export interface KeptRepresentation {
  readonly name: string;
  readonly label: string;
  readonly contentInformationType: string;
  readonly kept: readonly PlannedFile[];
}

export interface PackageAgent {
  readonly name: string;
  /** Its code in the address book: METS note `IDENTIFICATIONCODE`. */
  readonly code: string;
}

/** All that a package of E-ARK (CSIP 2.2.0) is to say; `kind` chooses profile and rules. */
export interface PackagePlan {
  readonly kind: 'SIP' | 'AIP';
  /** `@OBJID` and the name of the root folder. */
  readonly packageId: string;
  readonly label: string;
  readonly createdAt: string;
  /** `NEW`, or `SUPPLEMENT` where an earlier submission is completed. */
  readonly recordStatus: 'NEW' | 'SUPPLEMENT';
  readonly software: { readonly name: string; readonly version: string };
  /** Who hands over; for an AIP who took over. */
  readonly submitter: PackageAgent;
  /** Who made the records (archival creator). */
  readonly creator: PackageAgent;
  /** Who keeps them from now on. */
  readonly preservation: PackageAgent;
  /** METS altRecordID: of SIP `SUBMISSIONAGREEMENT` and so on. */
  readonly references: {
    readonly submissionAgreement?: string;
    readonly previousSubmission?: string;
    readonly referenceCode?: string;
  };
  readonly descriptive: readonly PlannedMetadata[];
  readonly preservationMetadata: readonly PlannedMetadata[];
  readonly other: readonly PlannedMetadata[];
  readonly schemas: readonly PlannedFile[];
  readonly documentation: readonly PlannedFile[];
  readonly representations: readonly (PlannedRepresentation | KeptRepresentation)[];
}

/** A package that was written. */
export interface WrittenPackage {
  /** The zip. */
  readonly bytes: Uint8Array;
  readonly rootMets: Uint8Array;
  /** CAdES over `rootMets`, at `signaturePath`; a METS names no signature over itself. */
  readonly signature: Uint8Array;
  /** Of every file but the root METS and its signature, relative to the root folder, in the order of writing. */
  readonly digests: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
}
