import type { Service, ServiceContext } from '@sillok/service-context';
import type { ArchiveContext, ArchiveParts } from './context.ts';
import { submissions } from './projections/submissions.ts';

export type { ArchiveParts } from './context.ts';

/** Every question this service keeps answered; `sillok replay` builds them anew. */
export const projectionDefinitions = [submissions] as const;

/** The archives' own service; an institution that takes over nothing has none. */
export function createArchiveService(service: ServiceContext, parts: ArchiveParts): Service {
  const context: ArchiveContext = { ...service, ...parts, submissions: service.project(submissions) };
  const running: readonly { stop(): Promise<void> }[] = [];
  return {
    name: 'archive',
    projections: { submissions: context.submissions },
    routes: [],
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
      await context.submissions.stop();
    },
  };
}
