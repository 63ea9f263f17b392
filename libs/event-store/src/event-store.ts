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

/**
 * What a reader wants: events whose stream begins with one of these, and whose type begins with one of those.
 * A list that is absent asks nothing; an empty list lets nothing through.
 */
export interface EventFilter {
  readonly streamPrefixes?: readonly string[];
  readonly typePrefixes?: readonly string[];
}

export type SubscriptionMessage =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /**
   * Everything up to here was looked at; what the filter left out need not be read again.
   * Comes at least every 1,000 events looked at, and before each `caught-up` that follows events.
   */
  | { readonly kind: 'checkpoint'; readonly position: Position }
  /**
   * Nothing more waits now. Sent at the end of the catch-up (at once where nothing was there) and again after each
   * later burst: a good place to close a batch.
   */
  | { readonly kind: 'caught-up' };

export interface AppendResult {
  /** Of the append's last event. */
  readonly position: Position;
  readonly revision: number;
}

/**
 * One log of one institution. `expectedRevision` is the revision of the stream's last event, −1 for a stream that
 * must not exist yet; anything else there refuses with EVENT_STORE_WRONG_REVISION and appends nothing.
 * At most 64 KiB an event (EVENT_STORE_EVENT_TOO_LARGE), 512 KiB an append (EVENT_STORE_APPEND_TOO_LARGE).
 * An append that was answered is on the disk. One that failed with a code named above, or with DISK_FULL, changed
 * nothing. After anything else it may have happened or not: load the stream and look for the command before trying
 * again. EVENT_STORE_CLOSED is what every call answers once the store was closed or its writer died.
 * A RangeError is a mistake of the caller: an append without events, a revision below −1, text that is no Unicode,
 * a position that is none or lies beyond the end of this log.
 */
export interface EventStore {
  append(stream: string, expectedRevision: number, events: readonly EventToAppend[]): Promise<AppendResult>;
  /** In order of revision; nothing for a stream that is not there. */
  readStream(stream: string, fromRevision?: number): AsyncIterable<StoredEvent>;
  /** In the order of appending, up to what was the end of the log when the reading began. */
  readAll(after?: Position, filter?: EventFilter): AsyncIterable<StoredEvent>;
  /** Without gap and without duplicate, from catch-up to live. Ends when `signal` aborts. */
  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage>;
  /** Appends that were under way are finished first. A subscription that was not aborted fails with EVENT_STORE_CLOSED. */
  close(): Promise<void>;
}

export interface SubscribeOptions {
  readonly after?: Position | undefined;
  readonly filter?: EventFilter | undefined;
  readonly signal: AbortSignal;
}
