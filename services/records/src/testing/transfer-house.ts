import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDirectoryReader } from '@sillok/authority';
import type { Position } from '@sillok/event-store';
import { sha256Hex } from '@sillok/evidence';
import { fileEffects } from '@sillok/jobs';
import { canonicalBytes, isRefusal, refusalAsError } from '@sillok/kernel';
import type { ObjectStore } from '@sillok/object-store';
import { createExchangeClient } from '@sillok/outbound';
import { startProjection } from '@sillok/projections';
import type { SignedTransferReceipt } from '@sillok/schemas/api/records/transfer';
import { recordsEvents } from '@sillok/schemas/events/records/all';
import type { TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { createSealSigner } from '@sillok/sealing';
import { createRecordContents } from '@sillok/service-context';
import { softwareSigner, timestampClient } from '@sillok/signatures';
import { stampingFetch, testLog, testPki } from '@sillok/test-support';
import { type FolderCommand, folderDecider, folderStream } from '../folder/decide.ts';
import { outgoingTransfers } from '../projections/outgoing-transfers.ts';
import { recordStreams } from '../projections/record-streams.ts';
import { type RecordCommand, recordDecider, recordStream } from '../record/decide.ts';
import type { RegisterRecord } from '../register/commands/register-record.ts';
import { registerDecider, registerStream } from '../register/decide.ts';
import { type TransferCommand, transferDecider, transferStream } from '../transfer/decide.ts';
import { archivesId, folderId, transferId } from '../transfer/transfer-fixtures.ts';

const at = '2026-03-02T09:00:00.000Z';
const pki = testPki();
const stranger = testPki();

/** A house with true parts that sends to archives; what those answer is given by the test. */
export async function transferHouse(
  objects: ObjectStore,
  answer: () => Promise<Response> = async () => Response.json({}),
) {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-transfer-'));
  const log = testLog({ definitions: recordsEvents, startsAt: at });
  const journal = log.journal('records');
  const { store, catalogue } = log;
  const alarms: string[] = [];
  const onAlarm = ({ message }: { readonly message: string }) => void alarms.push(message);
  const brought: Uint8Array[] = [];
  const projecting = { folder, store, catalogue, open: journal.open, onAlarm };
  const projections = {
    recordStreams: startProjection(recordStreams, projecting),
    transfers: startProjection(outgoingTransfers, projecting),
  };
  const context = {
    institutionId: 'munhwa',
    store,
    catalogue,
    journal,
    onAlarm,
    clock: log.clock,
    directory: createDirectoryReader({ store, catalogue, open: journal.open }),
    transferContents: createRecordContents(log.vault, objects, 'transfer'),
    effects: fileEffects({ folder: join(folder, 'effects') }),
    ...projections,
    addressBook: { find: (id: string) => [theArchives, aMinistry].find((one) => one.institutionId === id) },
    trust: { roots: [], revocationOf: async () => ({ crls: crlsOf(pki), ocsp: [] }) },
    exchange: createExchangeClient({
      institutionId: 'munhwa',
      async fetch(input, init) {
        brought.push(new Uint8Array(await new Request(input, init).arrayBuffer()));
        return answer();
      },
    }),
  };
  let commands = 0;
  const next = () => {
    commands += 1;
    return log.command(`command-${commands}`);
  };
  const typesOf = async (stream: string) =>
    (await journal.eventsOf(stream)).map(({ type }) => type.split('.')[1] ?? '');
  return {
    context,
    alarms,
    brought,
    onRecord: async (documentId: string, command: RecordCommand) =>
      done(await journal.execute(recordDecider, recordStream(documentId), command, next())),
    onFolder: async (command: FolderCommand) =>
      done(await journal.execute(folderDecider, folderStream(folderId), command, next())),
    onTransfer: async (command: TransferCommand) =>
      done(await journal.execute(transferDecider, transferStream(transferId), command, next())),
    file: async (documentId: string) =>
      done(await journal.execute(registerDecider, registerStream(register), registrationOf(documentId), next())),
    async caughtUp() {
      let newest: Position | undefined;
      for await (const { position } of store.readAll()) newest = position;
      await Promise.all(Object.values(projections).map((one) => one.reached(newest)));
    },
    record: (documentId: string) => typesOf(recordStream(documentId)),
    folder: () => typesOf(folderStream(folderId)),
    transfer: () => typesOf(transferStream(transferId)),
    async close() {
      await Promise.all(Object.values(projections).map((one) => one.stop()));
      await rm(folder, { recursive: true });
    },
  };
}

function done<Outcome>(outcome: Outcome): Outcome {
  if (isRefusal(outcome)) throw refusalAsError(outcome);
  return outcome;
}

const register = { scope: '1741000', year: 2026, book: 'register' };

function registrationOf(documentId: string): RegisterRecord {
  return {
    type: 'RegisterRecord',
    record: {
      documentId,
      register,
      folderId,
      unitId: 'unit-00001',
      establishmentEventId: `established-${documentId}`,
      establishedAt: at,
      classification: {
        form: 'general-draft',
        language: 'ko',
        unitTaskId: 'task-0001',
        folderId,
        matter: 'routine',
        disclosure: { class: 'open', grounds: [] },
        important: false,
      },
      textAddress: '1'.repeat(64),
      paperAddress: '2'.repeat(64),
    },
    openingNumber: 0,
    displayPattern: '{number}',
    title: '제목',
  };
}

function entryOf(institutionId: string, isArchives: boolean) {
  return {
    institutionId,
    name: institutionId,
    address: `http://${institutionId}.localhost:1`,
    roots: [pki.root.certificate],
    sealCertificates: [sha256Hex(pki.seal.certificate)],
    isArchives,
  };
}

const theArchives = entryOf(archivesId, true);
const aMinistry = entryOf('mopa', false);

function crlsOf(of: typeof pki) {
  return of.crls('2026-03-02T08:00:00.000Z', '2049-01-01T00:00:00.000Z');
}

/** The receipt with the seal of whom it names, or of somebody else. */
export async function signedReceipt(
  receipt: TransferReceipt,
  by: 'the archives' | 'a stranger' = 'the archives',
): Promise<SignedTransferReceipt> {
  const own = by === 'the archives' ? pki : stranger;
  const signer = createSealSigner({
    institutionId: receipt.from,
    signer: softwareSigner({ keys: new Map([['seal', own.seal]]) }),
    trust: { roots: [own.root.certificate], revocationOf: async () => ({ crls: crlsOf(own), ocsp: [] }) },
    timestamps: timestampClient({ url: 'http://tsa.invalid/', fetch: stampingFetch(own, receipt.at) }),
  });
  const bytes = canonicalBytes(receipt);
  const signature = await signer.signTransferReceipt({ keyId: 'seal', receipt: bytes, at: receipt.at });
  return { statement: new TextDecoder().decode(bytes), signature: Buffer.from(signature).toString('base64') };
}
