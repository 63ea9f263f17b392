/**
 * What a key protects: `content:<documentId>`, `entry:<documentId>` (its register entry, outlives the content),
 * `person:<personId>`, `folder:<folderId>`, `description:<descriptionId>`, `transfer:<transferId>` (a package under way),
 * `institution:<purpose>`.
 */
export type KeyName =
  `${'content' | 'entry' | 'person' | 'folder' | 'description' | 'transfer' | 'institution'}:${string}`;

/** 32 random bytes for each name, wrapped by the institution's key; a key is durable before it is answered. */
export interface KeyVault {
  /** Makes the key on first use. Refuses with KEY_DESTROYED once it was destroyed: a name is never used again. */
  keyFor(name: KeyName): Promise<Uint8Array>;
  /** `undefined` where there is none, or none any more. */
  find(name: KeyName): Promise<Uint8Array | undefined>;
  destroy(name: KeyName): Promise<void>;
  close(): Promise<void>;
}
