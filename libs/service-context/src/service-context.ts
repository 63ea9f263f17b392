import type { DirectoryReader } from '@sillok/authority';
import type { EventStore } from '@sillok/event-store';
import type { Route } from '@sillok/http-service';
import type { Alarm } from '@sillok/jobs';
import type { Catalogue, Journal } from '@sillok/journal';
import type { Clock, Ids } from '@sillok/kernel';
import type { Projection, ProjectionDefinition } from '@sillok/projections';
import type { InstitutionContents } from './institution-contents.ts';
import type { RecordContents } from './record-contents.ts';

/** What every service of one institution is given; each has its own journal, all share log, keys, objects and clock. */
export interface ServiceContext {
  readonly institutionId: string;
  readonly store: EventStore;
  readonly catalogue: Catalogue;
  readonly journal: Journal;
  readonly contents: RecordContents;
  /** Packages under way and what was said of them, each transfer under a key of its own. */
  readonly transferContents: RecordContents;
  readonly institutionContents: InstitutionContents;
  readonly directory: DirectoryReader;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly project: (definition: ProjectionDefinition) => Projection;
  readonly onAlarm: (alarm: Alarm) => void;
}

/** What the composition starts, serves and stops. */
export interface Service {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly projections: Readonly<Record<string, Projection>>;
  stop(): Promise<void>;
}
