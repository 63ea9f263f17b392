import type { ProjectionDefinition } from '@sillok/projections';

/** What came of this command, through all services? */
export const eventsOfCommand: ProjectionDefinition = {
  name: 'events-of-command',
  version: 2,
  filter: {},
  tables: `CREATE TABLE IF NOT EXISTS event (
    event_id TEXT PRIMARY KEY, place INTEGER NOT NULL, command_id TEXT NOT NULL, correlation_id TEXT NOT NULL,
    actor TEXT NOT NULL, type TEXT NOT NULL, stream TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS event_by_command ON event (command_id);
  CREATE INDEX IF NOT EXISTS event_by_correlation ON event (correlation_id, place);`,
  apply(db, { envelope }) {
    const { id, commandId, correlationId, actor, type, stream, recordedAt } = envelope;
    db.prepare('INSERT INTO event VALUES (?, (SELECT coalesce(max(rowid), 0) FROM event), ?, ?, ?, ?, ?, ?)').run(
      id,
      commandId,
      correlationId,
      actor,
      type,
      stream,
      recordedAt,
    );
  },
};
