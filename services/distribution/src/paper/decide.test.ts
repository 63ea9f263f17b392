import { eventsOf, fold } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { type PaperCommand, paperDecider, paperStream } from './decide.ts';
import { initialState, type PaperState } from './state.ts';

const documentId = 'paper-0001';
const scanning = {
  type: 'ScanPaper',
  scanned: {
    documentId,
    arrivedOn: '2014-02-28',
    scannedAt: '2014-03-03T00:30:00.000Z',
    personId: 'person-registry',
    scanAddress: 'a'.repeat(64),
    scanBytes: 900,
    mediaType: 'image/png',
    pages: 1,
    process: { resolution: 300, colour: 'greyscale', device: 'FX-300', software: 'Scan 1.0' },
    original: { medium: 'paper', location: 'A-01-3' },
  },
  sealed: { title: 'A letter', senderName: 'Somebody', scanDigest: 'b'.repeat(64) },
  today: '2014-03-03',
} satisfies PaperCommand;
const sealing = {
  type: 'SealPaper',
  sealed: {
    documentId,
    sealId: 'seal-00001',
    sealVersion: 1,
    digitisationAddress: 'c'.repeat(64),
    digitisationBytes: 9,
  },
  digitisationDigest: 'd'.repeat(64),
} satisfies PaperCommand;
const distributing = {
  type: 'DistributePaper',
  documentId,
  personId: 'person-registry',
  unitId: 'unit-00001',
  unitExists: true,
} satisfies PaperCommand;
const receiving = {
  type: 'ReceivePaper',
  personId: 'person-clerk',
  folderId: 'folder-0001',
  folder: { open: true, unitId: 'unit-00001', unitTaskId: 'task-00001' },
  register: { scope: 'MOPA', year: 2014, book: 'received' },
  disclosure: { class: 'closed', grounds: ['6'] },
  grounds: ['5', '6'],
  language: 'ko',
  at: '2014-03-04T00:00:00.000Z',
  title: 'A letter',
} satisfies PaperCommand;

/** Everything that the commands decide, one after the other; a refusal ends the test. */
function after(...commands: readonly PaperCommand[]): PaperState {
  return commands.reduce<PaperState>(
    (state, command) => fold(paperDecider, eventsOf(paperDecider.decide(command, state)), state),
    initialState,
  );
}

describe('a letter on paper', () => {
  it('pins at its receipt all that its number and its record need', () => {
    const [received] = eventsOf(paperDecider.decide(receiving, after(scanning, sealing, distributing)));
    const { arrivedOn, scanAddress, scanBytes, mediaType } = scanning.scanned;
    expect(received?.data).toEqual({
      documentId,
      arrivedOn,
      scanAddress,
      scanBytes,
      mediaType,
      unitId: 'unit-00001',
      unitTaskId: 'task-00001',
      folderId: 'folder-0001',
      personId: 'person-clerk',
      at: receiving.at,
      register: receiving.register,
      disclosure: receiving.disclosure,
      language: 'ko',
    });
  });

  it('is received whether or not the seal was there in time, and sealed once', () => {
    expect(after(scanning, distributing, receiving)).toMatchObject({ status: 'received', isSealed: false });
    expect(after(scanning, distributing, receiving, sealing)).toMatchObject({ status: 'received', isSealed: true });
    expect(paperDecider.decide(sealing, after(scanning, sealing))).toEqual(refuse('already-exists', 'documentId'));
    expect(paperDecider.decide(sealing, initialState)).toEqual(refuse('not-found', 'documentId'));
  });

  it('came in today or before, and is scanned once', () => {
    const tomorrow = { ...scanning, scanned: { ...scanning.scanned, arrivedOn: '2014-03-04' } };
    expect(paperDecider.decide(tomorrow, initialState)).toMatchObject({ refused: 'input-invalid', field: 'arrivedOn' });
    expect(paperDecider.decide(scanning, after(scanning))).toEqual(refuse('already-exists', 'documentId'));
  });

  it('may be given to another unit, which alone receives it then', () => {
    const state = after(scanning, distributing, { ...distributing, unitId: 'unit-00002' });
    expect(paperDecider.decide(receiving, state)).toEqual(refuse('folder-unknown', 'folderId'));
    const unknown = { ...distributing, unitExists: false };
    expect(paperDecider.decide(unknown, after(scanning))).toEqual(refuse('unit-unknown', 'unitId'));
    expect(paperDecider.decide(distributing, after(scanning, distributing, receiving))).toEqual(
      refuse('receipt-not-open', 'documentId'),
    );
    expect(paperDecider.decide(distributing, initialState)).toEqual(refuse('not-found', 'documentId'));
  });

  it.each([
    ['before a unit has it', [scanning], receiving, refuse('receipt-not-open', 'documentId')],
    ['a second time', [scanning, distributing, receiving], receiving, refuse('receipt-not-open', 'documentId')],
    [
      'without a folder',
      [scanning, distributing],
      { ...receiving, folder: undefined },
      refuse('folder-unknown', 'folderId'),
    ],
    [
      'in a closed folder',
      [scanning, distributing],
      { ...receiving, folder: { ...receiving.folder, open: false } },
      refuse('folder-closed', 'folderId'),
    ],
    [
      'where no pack is in force',
      [scanning, distributing],
      { ...receiving, register: undefined },
      refuse('policy-not-in-force', 'documentId'),
    ],
    [
      'closed without a ground',
      [scanning, distributing],
      { ...receiving, disclosure: { class: 'closed' as const, grounds: [] } },
      refuse('ground-required', 'grounds'),
    ],
    [
      'on a ground that the statute does not know',
      [scanning, distributing],
      { ...receiving, disclosure: { class: 'partial' as const, grounds: ['6', '9'] } },
      refuse('ground-not-allowed', 'grounds'),
    ],
    [
      'open on a ground',
      [scanning, distributing],
      { ...receiving, disclosure: { class: 'open' as const, grounds: ['6'] } },
      refuse('ground-not-allowed', 'grounds'),
    ],
  ])('is not received %s', (_, before, command, refused) => {
    expect(paperDecider.decide(command, after(...before))).toEqual(refused);
  });

  it('has a stream of its own', () => {
    expect(paperStream(documentId)).toBe('paper-paper-0001');
  });
});
