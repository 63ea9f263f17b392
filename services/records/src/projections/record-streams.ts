import type { ProjectionDefinition } from '@sillok/projections';
import { z } from 'zod';

const ofDocument = z.looseObject({ documentId: z.string() });

/** In which streams was something said of a document? */
export const recordStreams: ProjectionDefinition = {
  name: 'record-streams',
  version: 2,
  // Whoever's it is: what was said of a record and is not listed would be missing from its proof.
  filter: {},
  tables: `CREATE TABLE IF NOT EXISTS mention (
    place INTEGER PRIMARY KEY, document_id TEXT NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL,
    event_id TEXT NOT NULL, UNIQUE (document_id, stream, revision)
  ) STRICT;`,
  apply(db, event) {
    const said = ofDocument.safeParse(event.data);
    if (!said.success) return;
    const { id, stream, revision } = event.envelope;
    db.prepare('INSERT INTO mention (document_id, stream, revision, event_id) VALUES (?, ?, ?, ?)').run(
      said.data.documentId,
      stream,
      revision,
      id,
    );
  },
};
