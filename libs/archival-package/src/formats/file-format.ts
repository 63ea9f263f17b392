/** A file format as PRONOM names it. */
export interface FileFormat {
  readonly name: string;
  readonly version?: string;
  /** PRONOM's persistent identifier: `fmt/476`, `x-fmt/111`. */
  readonly key: string;
  readonly mediaType: string;
}

/** What content turned out to be, and the endings that names of such files have, lower-case. */
export interface Recognised {
  readonly format: FileFormat;
  readonly endings: readonly string[];
  readonly isEncrypted?: boolean;
}

/** `[name, version, key]`; a version of `''` is none. */
export function formatOf(name: string, version: string, key: string, mediaType: string): FileFormat {
  return { name, ...(version === '' ? {} : { version }), key, mediaType };
}
