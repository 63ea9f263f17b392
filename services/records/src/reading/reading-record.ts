import { appointmentsOf, dateAt } from '@sillok/authority';
import type { SignedInPerson } from '@sillok/http-service';
import { type Refusal, refuse } from '@sillok/kernel';
import { paperReceived } from '@sillok/schemas/events/distribution/paper-received';
import {
  type Classification,
  classification,
  type Disclosure,
  disclosure,
} from '@sillok/schemas/vocabulary/official-document';
import type { z } from 'zod';
import type { RecordsContext } from '../context.ts';

/** What a scanned letter has in the place of a record copy. */
const paperRecord = paperReceived.data.pick({
  arrivedOn: true,
  unitTaskId: true,
  language: true,
  scanAddress: true,
  scanBytes: true,
  mediaType: true,
});
export type PaperRecord = z.infer<typeof paperRecord>;

export interface RecordRow {
  readonly documentId: string;
  readonly title: string | null;
  readonly unitId: string;
  readonly establishedAt: string;
  readonly number: string | null;
  readonly register: string;
  readonly folderId: string | null;
  /** Of our own documents; a letter on paper has none. */
  readonly classification: Classification | null;
  readonly paper: PaperRecord | null;
  /** As the last review left it. */
  readonly disclosure: Disclosure;
  /** When it was last classed, which is when it came into being or was reviewed. */
  readonly classedAt: string;
  readonly status: string;
  readonly recordCopyAddress: string | null;
  readonly recordCopyDigest: string | null;
  readonly evidenceAddress: string | null;
}

const overseers = ['records-officer', 'auditor'];

/** The units whose records a person may read, and whether their office lets them read all. */
export async function reachOf(context: RecordsContext, person: SignedInPerson) {
  const directory = await context.directory.latest();
  const posts = appointmentsOf(directory, person.id, dateAt(directory, context.clock.now()));
  return {
    units: posts.map((post) => post.unitId),
    all: posts.some((post) => post.roles.some((role) => overseers.includes(role))),
  };
}

/** The record, if this person may see it; else what one is told of a record that doesn't exist. */
export async function recordFor(
  context: RecordsContext,
  documentId: string,
  person: SignedInPerson,
): Promise<RecordRow | Refusal> {
  const found = findRecord(context, documentId);
  if (found === undefined) return refuse('not-found', 'documentId');
  const { units, all } = await reachOf(context, person);
  const inLine = context.records.db
    .prepare('SELECT 1 FROM reader WHERE document_id = ? AND person_id = ?')
    .get(documentId, person.id);
  return all || units.includes(found.unitId) || inLine !== undefined ? found : refuse('not-found', 'documentId');
}

export function findRecord(context: RecordsContext, documentId: string): RecordRow | undefined {
  const row = context.records.db.prepare('SELECT * FROM record WHERE document_id = ?').get(documentId);
  return row === undefined ? undefined : recordRow(row);
}

export function recordRow(row: Readonly<Record<string, unknown>>): RecordRow {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  return {
    documentId: String(row['document_id']),
    title: text('title'),
    unitId: String(row['unit_id']),
    establishedAt: String(row['established_at']),
    number: text('number'),
    register: String(row['register']),
    folderId: text('folder_id'),
    classification: classification.nullable().parse(JSON.parse(String(row['classification']))),
    paper: paperRecord.nullable().parse(JSON.parse(text('paper') ?? 'null')),
    disclosure: disclosure.parse({ class: row['disclosure'], grounds: JSON.parse(String(row['grounds'])) }),
    classedAt: String(row['classed_at']),
    status: String(row['status']),
    recordCopyAddress: text('record_copy_address'),
    recordCopyDigest: text('record_copy_digest'),
    evidenceAddress: text('evidence_address'),
  };
}
