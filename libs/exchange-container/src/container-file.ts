/** A file carried by a container. `name` is a relative path with `/`, in NFC. */
export interface ContainerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Such as `application/pdf`. */
  readonly mediaType: string;
}

/** An entry of the zip as it stands, without what a manifest says about it. */
export interface ContainerEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}
