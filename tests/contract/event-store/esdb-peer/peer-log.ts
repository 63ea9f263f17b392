import { EventEmitter } from 'node:events';

/** A record as the server keeps it. Positions are offsets in bytes of its log, so they have gaps. */
export interface PeerRecord {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export type PeerProposal = Pick<PeerRecord, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type PeerOutcome =
  | { readonly kind: 'stored'; readonly revision: number; readonly position: number }
  | { readonly kind: 'wrong-revision'; readonly actual: number };

/** The server's transaction log: every stream in one order, the server's own among them. */
export class PeerLog extends EventEmitter<{ stored: []; asked: [] }> {
  readonly records: PeerRecord[] = [];
  /** Whether it knows an append again that it stored before. */
  remembersIds = true;
  readonly #streams = new Map<string, PeerRecord[]>();
  #end = 1_024;

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  stream(name: string): readonly PeerRecord[] | undefined {
    return this.#streams.get(name);
  }

  /** An append of what stands at its place already, by the ids, is answered as if it were new. */
  append(stream: string, expected: number, proposals: readonly PeerProposal[]): PeerOutcome {
    const there = this.#streams.get(stream) ?? [];
    const actual = there.length - 1;
    if (expected !== actual) {
      const before = there.slice(expected + 1, expected + 1 + proposals.length);
      const last = before.at(-1);
      const isSame = before.length === proposals.length && before.every(({ id }, index) => id === proposals[index]?.id);
      if (this.remembersIds && isSame && last !== undefined)
        return { kind: 'stored', revision: last.revision, position: last.position };
      return { kind: 'wrong-revision', actual };
    }
    for (const proposal of proposals) this.#store(stream, there, proposal);
    this.#streams.set(stream, there);
    this.emit('stored');
    return { kind: 'stored', revision: there.length - 1, position: this.records.at(-1)?.position ?? 0 };
  }

  #store(stream: string, there: PeerRecord[], proposal: PeerProposal): void {
    const record = { ...proposal, stream, revision: there.length, position: this.#end };
    there.push(record);
    this.records.push(record);
    this.#end += 100 + proposal.data.byteLength + proposal.metadata.byteLength;
  }
}
