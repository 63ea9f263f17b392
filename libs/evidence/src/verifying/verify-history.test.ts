import { canonicalBytes, type Question, worstOf } from '@sillok/kernel';
import { historyClosed } from '@sillok/schemas/events/records/history-closed';
import { beforeAll, describe, expect, it } from 'vitest';
import { type OpenedField, writeOpened } from '../history/opened-fields.ts';
import { readHistory, writeHistory } from '../history/write-history.ts';
import { documentId, type SampleHistory, sampleHistory } from '../testing/sample-history.ts';
import { type HistoryFiles, verifyHistory } from './verify-history.ts';

let sample: SampleHistory;
let files: HistoryFiles;
beforeAll(async () => {
  sample = await sampleHistory();
  files = { ...sample.files, proofs: sample.proofs, documentId };
});

function asked(change: Partial<HistoryFiles> = {}): readonly Question[] {
  return verifyHistory({ ...files, ...change }, sample.anchors).questions;
}

function failures(change: Partial<HistoryFiles>): readonly string[] {
  return asked(change).flatMap(({ verdict, question }) => (verdict === 'failed' ? [question] : []));
}

function lines(change: (lines: Uint8Array[]) => Uint8Array[]): Partial<HistoryFiles> {
  return { history: writeHistory(change([...sample.lines])) };
}

function without(id: string): ReadonlyMap<string, Uint8Array> {
  return new Map([...files.proofs].filter(([one]) => one !== id));
}

function said(change: (opened: OpenedField[]) => OpenedField[]): Partial<HistoryFiles> {
  return { opened: writeOpened(change([...sample.opened])) };
}

describe('a closed history', () => {
  it('passes as it left its log, and tells its events with their places in it', () => {
    const { questions, events, checkpoint } = verifyHistory(files, sample.anchors);
    expect(questions.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    expect(events.map(({ index }) => index)).toEqual([1, 3, 4, 5, 7, 8, 9]);
    expect(checkpoint?.size).toBe(11);
    expect(historyClosed.data.parse(events.at(-1)?.envelope.data)).toBeDefined();
  });

  it('names an event of the whole stream that was left out, even with its proof', () => {
    const taken = { ...lines((all) => all.filter((_, index) => index !== 1)), proofs: without('event-0003') };
    expect(failures(taken)).toEqual([
      `nothing left out: draft-${documentId} revision 1`,
      `last of each stream: draft-${documentId}`,
    ]);
    const withProof = lines((all) => all.filter((_, index) => index !== 0));
    expect(failures(withProof)).toContain('nothing left out: event event-0001');
    expect(failures(withProof)).toContain(`nothing left out: draft-${documentId} revision 0`);
  });

  it('may be closed by the first event of the record’s own stream, as of a document that came from outside', () => {
    const closing = JSON.parse(new TextDecoder().decode(sample.lines.at(-1)));
    const [draft] = closing.data.streams;
    const first = (revision: number) =>
      lines(([one, two]) => [
        one ?? new Uint8Array(),
        two ?? new Uint8Array(),
        canonicalBytes({ ...closing, revision, data: { ...closing.data, streams: [draft] } }),
      ]);
    const told = (questions: readonly string[]) => questions.filter((one) => /^(closed|nothing added)/.test(one));
    expect(told(failures(first(0)))).toEqual([]);
    expect(told(failures(first(1)))).toEqual(['closed']);
  });

  it('counts what was left out of a stream that is of many records', () => {
    const taken = { ...lines((all) => all.filter((_, index) => index !== 2)), proofs: without('event-0004') };
    expect(failures(taken)).toEqual(['nothing left out: register-2026']);
  });

  it('names an event that was added from the same log', () => {
    const added = (index: number, place: number): Partial<HistoryFiles> => ({
      ...lines((all) => all.toSpliced(place, 0, sample.log[index] ?? new Uint8Array())),
      proofs: new Map([...files.proofs, [`event-${String(index).padStart(4, '0')}`, sample.proofOf(index)]]),
    });
    expect(failures(added(2, 1))).toEqual(['nothing added: line 2']);
    expect(failures(added(10, 7))).toEqual(['nothing added: line 8']);
    expect(failures(added(6, 4))).toEqual(['nothing added: register-2026', 'nothing added: line 5']);
  });

  it('names one event that stands for another in a stream of many records', () => {
    const changed = {
      ...lines((all) =>
        all.with(2, sample.log[6] ?? new Uint8Array()).toSorted((one, other) => idOf(one) - idOf(other)),
      ),
      proofs: new Map([...without('event-0004'), ['event-0006', sample.proofOf(6)]]),
    };
    expect(failures(changed)).toEqual(['nothing added: line 4']);
  });

  it('names what was reordered or stands there twice', () => {
    expect(failures(lines((all) => [all[1], all[0], ...all.slice(2)].flatMap((one) => one ?? [])))).toEqual([
      'nothing reordered: line 2',
    ]);
    expect(failures(lines((all) => [all[0], ...all].flatMap((one) => one ?? [])))).toEqual(['each event once: line 2']);
  });

  it('fails where nothing closes it, and where a closing event lists another leaf', () => {
    const open = { ...lines((all) => all.slice(0, -1)), proofs: without('event-0009') };
    expect(failures(open)).toEqual(['closed']);
    expect(failures({ documentId: 'document-00000002' })).toEqual(['closed']);
    const forged = lines((all) =>
      all.with(-1, replaced(all.at(-1), /"leaf":"[0-9a-f]{64}"/, `"leaf":"${'0'.repeat(64)}"`)),
    );
    expect(failures(forged)).toEqual([
      'event event-0009 at line 7: inclusion',
      `last of each stream: draft-${documentId} revision 1`,
    ]);
  });

  it('names the line in which a byte was changed', () => {
    expect(failures(lines((all) => all.with(3, replaced(all[3], /person-00001/, 'person-00002'))))).toEqual([
      'event event-0005 at line 4: inclusion',
    ]);
    expect(failures(lines((all) => all.with(3, replaced(all[3], /{/, '{ '))))).toContain('lines: line 4');
    expect(failures({ history: files.history.subarray(0, -1) })).toEqual(['lines']);
    expect(failures({ history: new Uint8Array() })).toEqual(['lines']);
  });

  it('is never passed with a flipped bit in a line', () => {
    for (let at = 0; at < files.history.length; at += 11) {
      const history = Uint8Array.from(files.history);
      history[at] = (history[at] ?? 0) ^ (1 << (at % 8));
      expect(worstOf(asked({ history })), `byte ${at}`).toBe('failed');
    }
  });
});

describe('the proofs of a history', () => {
  it('leave an event open that has none, and fail for that of another', () => {
    const [open] = asked({ proofs: without('event-0005') }).filter(({ verdict }) => verdict !== 'passed');
    expect(open).toMatchObject({ question: 'event event-0005 at line 4: proof', verdict: 'indeterminate' });
    const other = new Map([...files.proofs, ['event-0005', sample.proofOf(4)]]);
    expect(failures({ proofs: other })).toEqual(['event event-0005 at line 4: inclusion']);
    const junk = new Map([...files.proofs, ['event-0005', Buffer.from('no proof')]]);
    expect(failures({ proofs: junk })).toEqual(['event event-0005 at line 4: proof-form']);
  });

  it('show nothing under unknown keys', () => {
    expect(worstOf(verifyHistory(files, { ...sample.anchors, witnesses: [] }).questions)).toBe('indeterminate');
  });

  it('may not contradict each other, or what is known of the log', async () => {
    const other = await sampleHistory();
    const known = { origin: 'ministry.example/1741000', size: 11, root: new Uint8Array(32) };
    const { questions } = verifyHistory(files, { ...sample.anchors, newest: known });
    expect(questions.filter(({ verdict }) => verdict === 'failed')[0]).toMatchObject({
      question: 'one log: ministry.example/1741000 of 11 events',
    });
    const mixed = new Map([...files.proofs, ['event-0001', other.proofOf(1)]]);
    const both = { ...sample.anchors, witnesses: [sample.verifierKey, other.verifierKey] };
    const verdict = verifyHistory({ ...files, proofs: mixed }, both).questions;
    expect(verdict.filter(({ verdict: one }) => one === 'failed').map(({ question }) => question)).toContain(
      'one log: ministry.example/1741000 of 11 events',
    );
  });
});

describe('the opened values of a history', () => {
  it.each<[string, (first: OpenedField, second: OpenedField) => OpenedField, string]>([
    ['another value', (one) => ({ ...one, value: 'Lee' }), 'another value is sealed there'],
    ['the key of another field', (one, { key }) => ({ ...one, key }), 'the key does not open what is sealed there'],
    ['a field that is not sealed', (one) => ({ ...one, field: 'documentId' }), 'nothing is sealed there'],
    ['an event that is not here', (one) => ({ ...one, event: 'event-0002' }), 'the event is not in the history'],
  ])('fail for %s', (_, change, why) => {
    const [failed, ...more] = asked(
      said(([one, two, ...rest]) => (one && two ? [change(one, two), two, ...rest] : [])),
    ).filter(({ verdict }) => verdict === 'failed');
    expect(more).toEqual([]);
    expect(failed).toMatchObject({ question: 'opened values: line 1', reason: 'HASH_FAILURE' });
    expect(failed?.detail).toContain(why);
  });

  it('may be fewer, as a key may be gone, but not unsaid or said twice', () => {
    expect(worstOf(asked(said(() => [])))).toBe('passed');
    expect(worstOf(asked({ opened: undefined }))).toBe('passed');
    expect(failures(said(([first]) => (first ? [first, first] : [])))).toEqual(['opened values']);
  });
});

describe("a folder's history", () => {
  it('passes without a closing event, but not with a gap', () => {
    const { documentId: _, ...folder } = files;
    const own = writeHistory(sample.lines.slice(0, 2));
    const proofs = new Map([...files.proofs].slice(0, 2));
    const verify = (history: Uint8Array) =>
      verifyHistory({ ...folder, history, proofs, opened: undefined }, sample.anchors);
    expect(verify(own).questions.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    const gap = verify(writeHistory(sample.lines.slice(1, 2))).questions;
    expect(gap.filter(({ verdict }) => verdict === 'failed').map(({ question }) => question)).toContain(
      `no gap: draft-${documentId} revision 0`,
    );
  });
});

describe('a written history', () => {
  it('reads back line by line, and keeps what is no envelope as such', () => {
    expect(readHistory(files.history)?.map(({ line }) => Buffer.from(line))).toEqual(
      sample.lines.map((one) => Buffer.from(one)),
    );
    expect(readHistory(writeHistory([canonicalBytes({ a: 1 })]))?.[0]?.envelope).toBeUndefined();
    expect(readHistory(writeHistory([]))).toEqual([]);
  });
});

function idOf(line: Uint8Array): number {
  return Number(/"id":"event-(\d+)"/.exec(Buffer.from(line).toString())?.[1]);
}

function replaced(line: Uint8Array | undefined, pattern: RegExp, text: string): Uint8Array {
  return Buffer.from(
    Buffer.from(line ?? [])
      .toString()
      .replace(pattern, text),
  );
}
