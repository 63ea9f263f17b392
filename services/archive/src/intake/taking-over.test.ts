import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PackageSource, readErms, readPackage, signaturePath, validatePackage } from '@sillok/archival-package';
import { emptyDirectory } from '@sillok/authority';
import { readHistory } from '@sillok/evidence/history';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refuse } from '@sillok/kernel';
import { inMemoryObjectStore } from '@sillok/object-store/in-memory';
import { inMemoryPackageStore } from '@sillok/object-store/packages-in-memory';
import type { AddressBookEntry } from '@sillok/outbound';
import { startProjection } from '@sillok/projections';
import { archiveEvents } from '@sillok/schemas/events/archive/all';
import { packagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import { transferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { createSealSigner } from '@sillok/sealing';
import { createInstitutionContents, createRecordContents } from '@sillok/service-context';
import { softwareSigner, timestampClient } from '@sillok/signatures';
import { signStamped, stampingFetch, testLog, testPki } from '@sillok/test-support';
import { ZipWriter } from '@sillok/zip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveContext } from '../context.ts';
import { reportAt } from '../inspection/kept-report.ts';
import { descriptionTree } from '../projections/description-tree.ts';
import { openRecords } from '../projections/open-records.ts';
import { submissions } from '../projections/submissions.ts';
import { whenAccessionRegisteredPreservePackage } from '../reactions/when-accession-registered-preserve-package.ts';
import { whenSubmissionAcceptedRegisterAccession } from '../reactions/when-submission-accepted-register-accession.ts';
import { whenSubmissionArrivedInspect } from '../reactions/when-submission-arrived-inspect.ts';
import { whenSubmissionArrivedIssueReceipt } from '../reactions/when-submission-arrived-issue-receipt.ts';
import { signedReceipt } from '../receipts/issue-receipt.ts';
import { type SubmissionCommand, submissionDecider, submissionStream } from '../submission/decide.ts';
import { bytesAt } from './read-bytes.ts';
import { documents, modelOf, type SampleChange, sample, sampleSubmission } from './submission-sample-fixtures.ts';
import { takeSubmission } from './take-submission.ts';

const pki = testPki();
const archivesSeal = pki.issue('seal', '2001', 'Archives', pki.issuing);
const at = '2045-03-01T09:00:00.000Z';
const crls = pki.crls('2045-03-01T00:00:00.000Z', '2049-01-01T00:00:00.000Z');
const trust = { roots: [pki.root.certificate], revocationOf: async () => ({ crls, ocsp: [] }) };
const stream = submissionStream(sample.transferId);

const ministry: AddressBookEntry = {
  institutionId: 'mopa',
  name: 'Ministry',
  address: 'http://mopa.localhost:1',
  roots: trust.roots,
  sealCertificates: [createHash('sha256').update(pki.seal.certificate).digest('hex')],
  isArchives: false,
};

let folder = '';
const stopping: { stop(): Promise<void> }[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-archive-'));
});
afterEach(async () => {
  for (const one of stopping.splice(0)) await one.stop();
  await rm(folder, { recursive: true });
});

function signBy(who: typeof pki.seal) {
  return (mets: Uint8Array) => signStamped(pki, who, createHash('sha256').update(mets).digest(), at);
}

const submission = (change: SampleChange = {}) => sampleSubmission(signBy(pki.seal), change);

function openArchives() {
  const log = testLog({ definitions: archiveEvents, startsAt: at });
  const { store, catalogue, clock } = log;
  const journal = log.journal('archive');
  const objects = inMemoryObjectStore();
  const alarms: unknown[] = [];
  const kept = new Map<string, Uint8Array>();
  const project: ArchiveContext['project'] = (definition) => {
    const projection = startProjection(definition, { folder, store, catalogue, open: journal.open, onAlarm: alarm });
    stopping.push(projection);
    return projection;
  };
  const alarm = (one: unknown) => void alarms.push(one);
  const context: ArchiveContext = {
    institutionId: sample.archives,
    ...{ store, catalogue, journal, clock, project },
    contents: createRecordContents(log.vault, objects),
    transferContents: createRecordContents(log.vault, objects, 'transfer'),
    institutionContents: createInstitutionContents(log.vault, objects),
    directory: { latest: async () => directoryWithSeal() },
    ids: { next: () => 'id-00001' },
    onAlarm: alarm,
    trust,
    sealSigner: createSealSigner({
      institutionId: sample.archives,
      signer: softwareSigner({ keys: new Map([['seal', archivesSeal]]) }),
      trust,
      timestamps: timestampClient({ url: 'http://tsa.invalid/', fetch: stampingFetch(pki, at) }),
    }),
    effects: {
      async once(key, effect) {
        const bytes = kept.get(key) ?? (await effect());
        kept.set(key, bytes);
        return bytes;
      },
    },
    addressBook: { find: (id) => (id === 'mopa' ? ministry : undefined) },
    exchange: {
      sendMessage: async () => undefined,
      sendAcknowledgement: async () => undefined,
      sendSubmission: async () => ({ said: undefined }),
      sendTransferReceipt: async () => undefined,
    },
    newestCheckpoint: () => undefined,
    proofOf: async () => undefined,
    packages: inMemoryPackageStore(),
    submissions: project(submissions),
    descriptions: project(descriptionTree),
    openRecords: project(openRecords),
  };
  const count = async () => (await eventsIn(context)).length;
  const execute = async (command: SubmissionCommand) => {
    const outcome = await journal.execute(submissionDecider, stream, command, log.command(JSON.stringify(command)));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
  };
  return { context, alarms, count, execute };
}

async function eventsIn({ store, catalogue }: Pick<ArchiveContext, 'store' | 'catalogue'>) {
  const events: RecordedEvent[] = [];
  for await (const one of store.readAll()) events.push(catalogue.decode(one));
  return events;
}

function directoryWithSeal() {
  const directory = emptyDirectory();
  const contact = { postcode: '1', address: 'a', homepage: 'h', telephone: 't', fax: 'f', email: 'e' };
  const institutionId = sample.archives;
  const named = { institutionId, code: 'NAH', name: 'Archives', language: 'en', timeZone: 'UTC' } as const;
  const signedBy = {
    address: 'a'.repeat(64),
    index: 0,
    certificateDigest: 'a'.repeat(64),
    controlClass: 'demo-software',
  };
  directory.institution = { ...named, mode: 'demo', contact, signedBy };
  directory.seals.push({
    ...{ sealId: 'seal-0001', version: 1, kind: 'institution', text: 'Archives', shape: 'round', keyId: 'seal' },
    ...{ certificateDigest: 'a'.repeat(64), controlClass: 'demo-software', from: '2014-01-01' },
  } as (typeof directory.seals)[number]);
  return directory;
}

type Archives = ReturnType<typeof openArchives>;

async function settled({ context }: Archives) {
  const running = [
    whenSubmissionArrivedInspect(context),
    whenSubmissionArrivedIssueReceipt(context),
    whenSubmissionAcceptedRegisterAccession(context),
    whenAccessionRegisteredPreservePackage(context),
  ];
  for (let round = 0; round < 3; round += 1) for (const one of running) await one.settled();
  for (const one of running) await one.stop();
}

/** Past the inspection, whose findings a sample without log proofs would not survive. */
async function accept(archives: Archives, accepted: readonly string[]) {
  const { context, execute } = archives;
  const findings = documents.map((documentId) => ({
    code: 'format-unknown',
    documentId,
    path: '',
    message: `found of ${documentId}`,
    blocking: false,
  }));
  const report = { transferId: sample.transferId, checks: [], findings };
  const reportAddress = await context.transferContents.putJson(sample.transferId, { report, titles: {} });
  await execute({
    type: 'RecordInspection',
    inspected: { transferId: sample.transferId, reportAddress, packageCodes: [], items: [] },
  });
  const items = documents.map((documentId) => {
    const outcome = accepted.includes(documentId) ? ('accepted' as const) : ('returned' as const);
    return { documentId, outcome, codes: outcome === 'returned' ? ['title'] : [] };
  });
  const decisionAddress = await context.transferContents.putJson(sample.transferId, { items });
  const decided = items.map((one) => ({ ...one, hasReason: false }));
  await execute({ type: 'DecideItems', decidedBy: 'person-archivist', decisionAddress, items: decided });
  await execute({ type: 'Confirm', confirmedBy: 'person-head', decision: decisionAddress, at });
  await settled(archives);
}

describe('a submission', () => {
  it('enters once, encrypted and apart, and the same again gets the same receipt', async () => {
    const { context, count } = openArchives();
    const bytes = await submission();
    const first = await takeSubmission(context, bytes, 'correlation');
    const events = await count();
    expect(await takeSubmission(context, bytes, 'correlation')).toEqual(first);
    expect(await count()).toBe(events);
    const receipt = transferReceipt.parse(JSON.parse('receipt' in first ? (first.receipt?.statement ?? '') : ''));
    expect(receipt).toMatchObject({
      kind: 'arrived',
      from: 'mois',
      to: 'mopa',
      counts: { offered: 2 },
      previous: null,
    });
    expect(receipt.package).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length });
  });

  it('of the same name that is another is refused', async () => {
    const { context, count } = openArchives();
    await takeSubmission(context, await submission(), 'correlation');
    const events = await count();
    const other = await takeSubmission(context, await submission({ label: 'Other letters' }), 'correlation');
    expect(other).toEqual(refuse('submission-differs', 'transferId'));
    expect(await count()).toBe(events);
  });

  it.each([
    ['of nobody we know', 'submission-sender-unknown', () => submission({ sender: 'strangers' })],
    ['under the seal of another', 'signature-invalid', () => sampleSubmission(signBy(archivesSeal))],
    ['for other archives', 'submission-recipient-another', () => submission({ archives: 'elsewhere' })],
    ['that is an archival package', 'submission-malformed', () => submission({ kind: 'AIP' })],
    ['that is no package', 'submission-malformed', async () => new TextEncoder().encode('%PDF-1.7')],
    ['with nothing in it', 'submission-malformed', async () => new Uint8Array()],
  ])('%s is refused with %s and leaves no event', async (_, code, make) => {
    const { context, count } = openArchives();
    expect(await takeSubmission(context, await make(), 'correlation')).toMatchObject({ refused: code });
    expect(await count()).toBe(0);
  });
});

describe('an inspection', () => {
  it('finds everything in one pass and names the item of each finding', async () => {
    const archives = openArchives();
    const { context } = archives;
    const data = {
      'data/empty.txt': new Uint8Array(),
      'data/scan.pdf': new TextEncoder().encode('no PDF at all'),
    };
    await takeSubmission(context, await submission({ data, title: 'Another letter' }), 'correlation');
    await settled(archives);
    const state = await context.journal.stateOf(submissionDecider, stream);
    const address = state.status === 'none' ? '' : (state.inspected?.reportAddress ?? '');
    const { report, titles } = await reportAt(context, sample.transferId, address);
    const codes = report.findings.filter((one) => one.documentId === documents[0]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['SILLOK-FILE-EMPTY', 'format-unlike-its-name', 'history-failed']));
    expect(report.checks.map(({ check }) => check)).toEqual(['profile', 'formats', 'metadata', 'evidence', 'known']);
    expect(titles).toEqual({ [documents[0]]: 'Another letter', [documents[1]]: 'Letter 2' });
    expect(state).toMatchObject({ inspected: { items: [{ blocking: true }, { blocking: true }] } });
    expect(archives.alarms).toEqual([]);
  });
});

describe('an inspection of who may see a record', () => {
  it.each([
    ['closed', ['disclosure: open, not closed']],
    ['open', []],
  ] as const)('compares its description with a history that says %s', async (disclosure, messages) => {
    const archives = openArchives();
    const { context } = archives;
    await takeSubmission(context, await submission({ disclosure }), 'correlation');
    await settled(archives);
    const state = await context.journal.stateOf(submissionDecider, stream);
    const address = state.status === 'none' ? '' : (state.inspected?.reportAddress ?? '');
    const { report } = await reportAt(context, sample.transferId, address);
    const found = report.findings.filter(({ code }) => code === 'metadata-disagrees');
    expect(found.map(({ message }) => message)).toEqual(documents.flatMap(() => messages));
    expect(found.every(({ blocking }) => blocking)).toBe(true);
  });
});

/** The same METS and seal over files that were changed on the way. */
async function repacked(bytes: Uint8Array, change: (path: string, content: Uint8Array) => Uint8Array | undefined) {
  const source = await readPackage({ name: 's', bytes });
  stopping.push({ stop: () => source.close() });
  const zip = new ZipWriter(at);
  for (const path of source.files.keys()) {
    const content = change(path, (await bytesAt(source, path)) ?? new Uint8Array());
    if (content !== undefined) zip.add(`${source.rootName}/${path}`, content);
  }
  zip.add(`${source.rootName}/representations/item-0002/data/extra.txt`, new TextEncoder().encode('extra'));
  return zip.end();
}

describe('a submission that was changed on the way', () => {
  it('bars each item whose files are swapped, missing or more than METS names, and no other', async () => {
    const archives = openArchives();
    const { context } = archives;
    const changed = await repacked(await submission(), (path, content) => {
      if (path === 'representations/item-0002/data/document.txt') return new TextEncoder().encode('Another text.');
      return path === 'representations/item-0002/metadata/preservation/premis.xml' ? undefined : content;
    });
    await takeSubmission(context, changed, 'correlation');
    await settled(archives);
    const state = await context.journal.stateOf(submissionDecider, stream);
    const address = state.status === 'none' ? '' : (state.inspected?.reportAddress ?? '');
    const { report } = await reportAt(context, sample.transferId, address);
    const profile = report.findings.filter(({ code }) => /^(CSIP|SIP|SILLOK-)/.test(code));
    const barring = profile.filter(({ blocking }) => blocking);
    expect(barring.map(({ documentId }) => documentId)).toEqual(barring.map(() => documents[1]));
    const paths = barring.map(({ path, message }) => `${path} ${message}`).join('\n');
    for (const name of ['document.txt', 'premis.xml', 'extra.txt']) expect(paths).toContain(name);
    // What came first is what is inspected: the rightful package under the same METS changes nothing.
    const events = (await eventsIn(context)).length;
    await takeSubmission(context, await repacked(changed, (_, content) => content), 'correlation');
    expect(await eventsIn(context)).toHaveLength(events);
  });
});

async function takenOver(accepted: readonly string[]) {
  const archives = openArchives();
  const { context } = archives;
  const sent = await submission();
  await takeSubmission(context, sent, 'correlation');
  await accept(archives, accepted);
  expect(archives.alarms).toEqual([]);
  const events = await eventsIn(context);
  const preserved = packagePreserved.data.parse(events.find(({ type }) => type === packagePreserved.type)?.data);
  const bytes = await context.packages.get(preserved.packageFile);
  const [was, is] = [await readPackage({ name: 's', bytes: sent }), await readPackage({ name: 'a', bytes })];
  stopping.push({ stop: () => was.close() }, { stop: () => is.close() });
  return { context, preserved, bytes, was, is };
}

async function filesOf(source: PackageSource, folderOf: string): Promise<Record<string, Uint8Array | undefined>> {
  const paths = [...source.files.keys()].filter((path) => path.startsWith(folderOf)).sort();
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await bytesAt(source, path)] as const)));
}

async function textAt(source: PackageSource, path: string): Promise<string> {
  return new TextDecoder().decode(await bytesAt(source, path));
}

describe('what was taken over', () => {
  it('row 61: comes into empty archives and is the same record: files, metadata, signatures and history', async () => {
    const { was, is, bytes, preserved } = await takenOver(documents);
    expect(await filesOf(is, 'representations/')).toEqual(await filesOf(was, 'representations/'));
    for (const [from, to] of [
      ['METS.xml', 'metadata/other/submission/METS.xml'],
      [signaturePath, 'metadata/other/submission/METS.xml.p7s'],
      ['metadata/other/history.jsonl', 'metadata/other/history.jsonl'],
    ] as const)
      expect(await bytesAt(is, to)).toEqual(await bytesAt(was, from));
    for (const [index, documentId] of documents.entries()) {
      const item = `representations/item-000${index + 1}`;
      expect(readErms((await bytesAt(is, `${item}/data/erms.xml`)) ?? new Uint8Array())).toMatchObject(
        modelOf(documentId, index),
      );
      const history = readHistory((await bytesAt(is, `${item}/metadata/other/history.jsonl`)) ?? new Uint8Array());
      expect(history?.map(({ envelope }) => envelope?.type)).toEqual([
        'records.RecordRegistered.v1',
        'records.HistoryClosed.v1',
      ]);
    }
    expect((await validatePackage({ name: preserved.packageFile, bytes })).valid).toBe(true);
    expect(preserved.items).toEqual(
      documents.map((documentId) => ({ documentId, disclosure: { class: 'open', grounds: [] } })),
    );
  });

  it('leaves out what was returned, and the receipt says so with digests', async () => {
    const { context, is, preserved } = await takenOver([documents[1]]);
    expect(Object.keys(await filesOf(is, 'representations/item-0001/'))).toEqual([]);
    expect(Object.keys(await filesOf(is, 'representations/item-0002/'))).not.toEqual([]);
    const told = JSON.stringify(
      await Promise.all(
        ['report', 'decision'].map(async (name) => textAt(is, `metadata/other/inspection/${name}.json`)),
      ),
    );
    expect(told).toContain(documents[1]);
    expect(told).not.toContain(documents[0]);
    const signed = await signedReceipt(context, sample.transferId, 'accepted');
    const said = transferReceipt.parse(JSON.parse(signed?.statement ?? ''));
    expect(said).toMatchObject({
      accession: '2045-0001',
      counts: { offered: 2, accepted: 1, returned: 1 },
      preserved: { packageId: preserved.packageId, sha256: preserved.packageDigest, metsSha256: preserved.metsDigest },
      items: [
        { documentId: documents[0], outcome: 'returned', codes: ['title'], files: [] },
        { documentId: documents[1], outcome: 'accepted' },
      ],
    });
    const held = await filesOf(is, 'representations/item-0002/');
    const paths = said.items[1]?.files.map(({ path }) => `representations/item-0002/${path}`);
    expect(paths?.toSorted()).toEqual(Object.keys(held));
  });
});
