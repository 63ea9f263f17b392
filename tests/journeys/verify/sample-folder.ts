import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256Hex } from '@sillok/evidence';
import type { Anchors } from '@sillok/evidence/verifying';
import { openCheckpoint } from '@sillok/ledger';
import { toPem } from '@sillok/signatures';
import {
  frozenPaper,
  people,
  sampleContainer,
  sampleManifest,
  sampleStatements,
  sealedPaper,
  signedAt,
} from './sample-evidence.ts';
import {
  checkpointOf,
  eventsOf,
  exportedLog,
  linesOf,
  noteSigners,
  number,
  proofOf,
  sealingOf,
  treeOf,
} from './sample-log.ts';

/** By path in the folder, as text or bytes. */
export type Files = Readonly<Record<string, Uint8Array | string>>;

export type SampleFolder = Awaited<ReturnType<typeof sampleFolder>>;

/** What `sillok life` leaves, small: a sealed paper, two statements, a log of eight events and what to trust. */
export async function sampleFolder(title?: string) {
  const who = people();
  const signers = noteSigners();
  const frozen = frozenPaper();
  const pdf = await sealedPaper(who, frozen, number);
  const manifest = sampleManifest(frozen, title);
  const early = await checkpointOf(treeOf(linesOf(eventsOf([]).slice(0, 2))), signers);
  const statements = sampleStatements(who, frozen, manifest.digest, early);
  const registeredTree = treeOf(linesOf(eventsOf(statements)));
  const proof = proofOf(registeredTree, 5, await checkpointOf(registeredTree, signers));
  const evidence = await sampleContainer(who, { pdf, manifest: manifest.bytes, statements, proof });
  const lines = linesOf([...eventsOf(statements), ...sealingOf(pdf)]);
  const tree = treeOf(lines);
  const checkpoint = await checkpointOf(tree, signers);
  const log = exportedLog(lines, checkpoint);
  const [first, second] = statements;
  const files: Files = {
    'document.pdf': pdf,
    'statements/01-submitted.json': first?.bytes ?? '',
    'statements/01-submitted.p7s': first?.signature ?? '',
    'statements/02-approved.json': second?.bytes ?? '',
    'statements/02-approved.p7s': second?.signature ?? '',
    'manifest.json': manifest.bytes,
    'evidence.asice': evidence,
    'events.jsonl': log.events,
    'checkpoint/checkpoint': log.checkpoint,
    'checkpoint/leaves': log.leaves,
    'proof/01-submitted.tlog-proof': proofOf(tree, 2, checkpoint),
    'proof/02-approved.tlog-proof': proofOf(tree, 3, checkpoint),
    'summary.json': sampleSummary(pdf),
    'readme.txt': 'whatever',
  };
  const trust = trustFiles(
    who,
    signers.map((one) => one.verifierKey),
    checkpoint,
  );
  return {
    who,
    signers,
    files,
    trust,
    lines,
    tree,
    checkpoint,
    anchors: anchorsOf(
      who,
      signers.map((one) => one.verifierKey),
      checkpoint,
    ),
  };
}

function sampleSummary(pdf: Uint8Array): string {
  const steps = [
    { name: 'SubmissionSigned', event: 'event-0002', at: signedAt },
    { name: 'DocumentApproved', event: 'event-0003', at: signedAt },
  ];
  const document = { number, sha256: sha256Hex(pdf) };
  return `${JSON.stringify({ steps, document, valid: true }, null, 2)}\n`;
}

function trustFiles({ pki }: ReturnType<typeof people>, keys: readonly string[], checkpoint: string): Files {
  const crls = pki.crls('2016-06-01T00:00:00.000Z', '2049-01-01T00:00:00.000Z');
  const named = (kind: string, ending: string, values: readonly (Uint8Array | string)[]) =>
    Object.fromEntries(values.map((value, index) => [`trust/${kind}-${index}.${ending}`, value]));
  const files = {
    ...named('root', 'pem', [toPem(pki.root.certificate)]),
    ...named(
      'witness',
      'vkey',
      keys.map((key) => `${key}\n`),
    ),
    ...named('list', 'crl', crls),
    'trust/checkpoint': checkpoint,
  };
  const of = (kind: string) => Object.keys(files).filter((path) => path.startsWith(`trust/${kind}-`));
  const trust = {
    roots: of('root'),
    witnesses: of('witness'),
    checkpoint: 'trust/checkpoint',
    crls: of('list'),
    ocsp: [],
  };
  return { ...files, 'trust.json': JSON.stringify(trust) };
}

/** The same, without files. */
function anchorsOf({ pki }: ReturnType<typeof people>, witnesses: readonly string[], checkpoint: string): Anchors {
  const crls = pki.crls('2016-06-01T00:00:00.000Z', '2049-01-01T00:00:00.000Z');
  return {
    trust: { roots: [pki.root.certificate], crls, ocsp: [] },
    witnesses,
    newest: openCheckpoint(checkpoint, witnesses),
  };
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
