/**
 * Bytes that were encrypted before they came here. The address is the SHA-256 of the ciphertext in hex, so an object
 * can be checked without a key and the same content of two records is two objects.
 */
export interface ObjectStore {
  /** Writes once: the same bytes again answer the same address. Durable when answered. */
  put(ciphertext: Uint8Array): Promise<ObjectAddress>;
  /** Refuses with OBJECT_NOT_FOUND; with OBJECT_DAMAGED where the bytes no longer match the address. */
  get(address: ObjectAddress): Promise<Uint8Array>;
  has(address: ObjectAddress): Promise<boolean>;
  /** No removal before this civil date (`2036-01-01`); never shortened (OBJECT_RETAINED). */
  retain(address: ObjectAddress, until: string): Promise<void>;
  hold(address: ObjectAddress, on: boolean): Promise<void>;
  /** Refuses with OBJECT_RETAINED or OBJECT_HELD; removing what is gone already is no error. `today` is a civil date. */
  remove(address: ObjectAddress, today: string): Promise<void>;
  list(): AsyncIterable<ObjectAddress>;
}

export type ObjectAddress = string;
