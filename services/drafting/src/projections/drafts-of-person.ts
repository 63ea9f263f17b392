import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { DraftingEvent } from '@sillok/schemas/events/drafting/all';

/** Which drafts does this person have? */
export const draftsOfPerson: ProjectionDefinition = {
  name: 'drafts-of-person',
  version: 1,
  filter: { typePrefixes: ['drafting.'] },
  tables: `CREATE TABLE IF NOT EXISTS draft (
    document_id TEXT PRIMARY KEY, drafter_id TEXT NOT NULL, status TEXT NOT NULL, title TEXT, saved_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS draft_by_drafter ON draft (drafter_id, saved_at DESC, document_id);`,
  apply(db, recorded, opened) {
    // The filter lets only drafting's events through.
    const event = recorded as Recorded<DraftingEvent>;
    const at = event.envelope.recordedAt;
    switch (event.type) {
      case 'drafting.DraftCreated.v1':
        db.prepare('INSERT INTO draft VALUES (?, ?, ?, NULL, ?)').run(
          event.data.documentId,
          event.data.drafterId,
          'drafting',
          at,
        );
        return;
      case 'drafting.DraftSaved.v1':
        db.prepare('UPDATE draft SET title = ?, saved_at = ? WHERE document_id = ?').run(
          typeof opened['title'] === 'string' ? opened['title'] : null,
          at,
          event.data.documentId,
        );
        return;
      case 'drafting.DraftSubmitted.v1':
        setStatus(db, event.data.documentId, 'submitted', at);
        return;
      case 'drafting.DraftDiscarded.v1':
        setStatus(db, event.data.documentId, 'discarded', at);
        return;
      case 'drafting.AttachmentAdded.v1':
      case 'drafting.AttachmentRemoved.v1':
        setStatus(db, event.data.documentId, 'drafting', at);
    }
  },
};

function setStatus(db: DatabaseSync, documentId: string, status: string, at: string): void {
  db.prepare('UPDATE draft SET status = ?, saved_at = ? WHERE document_id = ?').run(status, at, documentId);
}
