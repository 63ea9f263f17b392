import { basename, dirname, join, resolve } from 'node:path';
import {
  type Anchors,
  indexOfProof,
  isDigitisationContainer,
  isExchangeContainer,
  isSame,
  linesOf,
  statementsIn,
  verifyAcknowledgement,
  verifyContainer,
  verifyDigitisation,
  verifyEvidence,
  verifyExchange,
  verifyLog,
  verifyLogProof,
  verifyPackage,
  verifySealedPdf,
  verifyStatement,
  verifyTransferReceipt,
} from '@sillok/evidence/verifying';
import { createTree, leafHash } from '@sillok/ledger';
import { isFile, isFolder, readIfThere, readInput, wrongUse } from './input-file.ts';
import { isPackage } from './package-files.ts';
import { type ArtifactKind, type Report, reportOf } from './report.ts';
import { verifyFolder } from './verify-folder.ts';

/** Verifies what lies at a path. Throws input-invalid for a path at which nothing can be verified. */
export async function verifyPath(path: string, anchors: Anchors): Promise<Report> {
  if (isPackage(path)) return reportOf('package', (await verifyPackage(path, anchors)).questions);
  if (isFolder(path)) return verifyFolder(path, anchors);
  const kind = kindOf(path);
  switch (kind) {
    case 'pdf':
      return reportOf(kind, verifySealedPdf(readInput(path), anchors).questions);
    case 'evidence':
      return containerReport(readInput(path), anchors);
    case 'acknowledgement':
      return reportOf(kind, acknowledgementAt(path.replace(/\.p7s$/, '.json'), anchors));
    case 'transfer-receipt':
      return reportOf(kind, receiptAt(path.replace(/\.p7s$/, '.json'), anchors));
    case 'statement':
      return reportOf(kind, await statementAt(path.replace(/\.p7s$/, '.json'), anchors));
    case 'proof':
      return reportOf(kind, proofAt(path, anchors));
    case 'log':
      return reportOf(kind, logAt(path, anchors));
  }
}

const kindsOfSigned: ReadonlyMap<string, 'acknowledgement' | 'transfer-receipt'> = new Map([
  ['acknowledgements', 'acknowledgement'],
  ['receipt', 'transfer-receipt'],
]);

/** By the name alone, so that a damaged file is still what it is said to be. */
function kindOf(path: string): PathKind {
  if (!isFile(path)) throw wrongUse(`there is no file or folder ${path}`, 'PATH');
  const name = basename(path).toLowerCase();
  if (name.endsWith('.pdf')) return 'pdf';
  if (name.endsWith('.asice')) return 'evidence';
  if (name.endsWith('.tlog-proof')) return 'proof';
  if (name.endsWith('.jsonl')) return 'log';
  if (/\.(json|p7s)$/.test(name) && isFile(path.replace(/\.json$/i, '.p7s'))) {
    return kindsOfSigned.get(basename(dirname(resolve(path)))) ?? 'statement';
  }
  throw wrongUse(`${path} is no PDF, statement with its .p7s, .asice, .tlog-proof, .jsonl, .zip or .tar`, 'PATH');
}

type PathKind = Exclude<ArtifactKind, 'manifest' | 'summary' | 'exchange' | 'digitisation' | 'scan' | 'package'>;

/** By what it holds: an evidence container carries statements, an exchange message its letterhead, a scan its digitisation. */
async function containerReport(bytes: Uint8Array, anchors: Anchors): Promise<Report> {
  if (await isDigitisationContainer(bytes))
    return reportOf('digitisation', (await verifyDigitisation(bytes, anchors)).questions);
  return (await isExchangeContainer(bytes))
    ? reportOf('exchange', (await verifyExchange(bytes, anchors)).questions)
    : reportOf('evidence', (await verifyEvidence(bytes, anchors)).questions);
}

function acknowledgementAt(path: string, anchors: Anchors) {
  const one = { bytes: readInput(path), signature: readInput(path.replace(/\.json$/i, '.p7s')) };
  return verifyAcknowledgement(one, anchors).questions;
}

function receiptAt(path: string, anchors: Anchors) {
  const one = { bytes: readInput(path), signature: readInput(path.replace(/\.json$/i, '.p7s')) };
  return verifyTransferReceipt(one, anchors).questions;
}

async function statementAt(path: string, anchors: Anchors) {
  const one = { bytes: readInput(path), signature: readInput(path.replace(/\.json$/i, '.p7s')) };
  const container = readIfThere(join(dirname(path), '..', 'evidence.asice'));
  return verifyStatement(one, anchors, container && (await provenAt(one, container, anchors))).questions;
}

/** The evidence container one folder up is sealed and stamped: what it holds existed by then. */
async function provenAt(
  one: { bytes: Uint8Array; signature: Uint8Array },
  container: Uint8Array,
  anchors: Anchors,
): Promise<string | undefined> {
  const { files, provenAt: instant } = await verifyContainer(container, anchors);
  const holds = statementsIn(files).some(
    ({ bytes, signature }) => isSame(bytes, one.bytes) && isSame(signature, one.signature),
  );
  return holds ? instant : undefined;
}

function proofAt(path: string, anchors: Anchors) {
  const proof = readInput(path);
  const beside = readIfThere(path.replace(/\.tlog-proof$/i, '.json'));
  const log = ['events.jsonl', '../events.jsonl'].map((name) => readIfThere(join(dirname(path), name)));
  const lines = log.flatMap((bytes) => (bytes === undefined ? [] : [linesOf(bytes) ?? []]))[0];
  const index = indexOfProof(proof) ?? 0;
  const event = beside === undefined ? lines?.[index] : (linesOf(beside)?.[0] ?? beside);
  if (lines === undefined) return verifyLogProof(proof, { event }, anchors).questions;
  const tree = createTree();
  for (const line of lines) tree.append(leafHash(line));
  return verifyLogProof(proof, { event, tree }, anchors).questions;
}

function logAt(path: string, anchors: Anchors) {
  const beside = (name: string) => readIfThere(join(dirname(path), 'checkpoint', name));
  const parts = { checkpoint: beside('checkpoint'), cosigned: beside('cosigned'), leaves: beside('leaves') };
  return verifyLog({ events: readInput(path), ...parts }, anchors).questions;
}
