/** Another institution, as the national address book names it. */
export interface AddressBookEntry {
  readonly institutionId: string;
  readonly name: string;
  /** Where its exchange listens: `http://mopa.localhost:8080`. */
  readonly address: string;
  /** The roots (DER) to which its seal leads. */
  readonly roots: readonly Uint8Array[];
  /** SHA-256 in hex of each certificate of its seal. */
  readonly sealCertificates: readonly string[];
  /** It takes over records for good. */
  readonly isArchives: boolean;
}

export interface AddressBook {
  find(institutionId: string): AddressBookEntry | undefined;
}
