/** One thing that is said of a folder, a record or a file of it. */
export interface MetadataElement {
  readonly name: string;
  readonly level: 'folder' | 'record' | 'component';
  /**
   * Where it comes from, the first one that there is: `<event type>#<field>`, `#a.b` within a field, `#address/b` within
   * the object that lies at the address, and `@recordedAt` of the event itself.
   */
  readonly sources: readonly string[];
  /** In `data/erms.xml`, from `erms` down. */
  readonly erms: string | undefined;
  /** In `premis.xml` or `dc.xml`. */
  readonly other: string | undefined;
}

export function row(
  level: MetadataElement['level'],
  name: string,
  sources: readonly string[],
  places: { readonly erms?: string; readonly other?: string },
): MetadataElement {
  return { name, level, sources, erms: places.erms, other: places.other };
}
