/** A place in the whole log. Opaque: compare with `comparePositions`, never calculate, never store durably. */
export type Position = string & { readonly brand: 'position' };

/** An event on its way in. `bytes` is the envelope in canonical form; `mac` proves that the stream's owner wrote it. */
export interface EventToAppend {
  readonly id: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly mac: string;
}

export interface StoredEvent extends EventToAppend {
  readonly position: Position;
  readonly stream: string;
  /** Counted from 0 in each stream, without a gap. */
  readonly revision: number;
}

/** What a reader wants: events whose stream begins with one of these, and whose type begins with one of those. */
export interface EventFilter {
  readonly streamPrefixes?: readonly string[];
  readonly typePrefixes?: readonly string[];
}

export type SubscriptionMessage =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** Everything up to here was looked at; what the filter left out need not be read again. */
  | { readonly kind: 'checkpoint'; readonly position: Position }
  /** All that was there is delivered; what follows is live. Sent again whenever the reader fell behind and caught up. */
  | { readonly kind: 'caught-up' };

export interface AppendResult {
  readonly position: Position;
  readonly revision: number;
}

/**
 * One log of one institution. `expectedRevision` is the revision of the stream's last event, −1 for a stream that
 * must not exist yet; anything else there refuses with EVENT_STORE_WRONG_REVISION and appends nothing.
 * At most 64 KiB an event (EVENT_STORE_EVENT_TOO_LARGE), 512 KiB an append (EVENT_STORE_APPEND_TOO_LARGE).
 * An append that was answered is on the disk.
 */
export interface EventStore {
  append(stream: string, expectedRevision: number, events: readonly EventToAppend[]): Promise<AppendResult>;
  readStream(stream: string, fromRevision?: number): AsyncIterable<StoredEvent>;
  readAll(after?: Position, filter?: EventFilter): AsyncIterable<StoredEvent>;
  /** Ends when `signal` aborts. */
  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage>;
  close(): Promise<void>;
}

export interface SubscribeOptions {
  readonly after?: Position | undefined;
  readonly filter?: EventFilter;
  readonly signal: AbortSignal;
}
