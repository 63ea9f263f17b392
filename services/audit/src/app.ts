import type { Service, ServiceContext } from '@sillok/service-context';
import type { AuditContext, AuditParts } from './context.ts';
import { eventsOfCommand } from './projections/events-of-command.ts';
import { exportEventsRoute, exportLeavesRoute } from './routes/export-log.ts';
import { getCheckpointRoute } from './routes/get-checkpoint.ts';
import { getCommandRoute } from './routes/get-command.ts';
import { getProofRoute } from './routes/get-proof.ts';

const checkpointEveryMs = 60_000;

/** Every question this service keeps answered; `sillok replay` builds them anew. */
export const projectionDefinitions = [eventsOfCommand] as const;

export function createAuditService(service: ServiceContext, parts: AuditParts): Service {
  const context: AuditContext = { ...service, ...parts, commands: service.project(eventsOfCommand) };
  const alarm = (error: unknown) => service.onAlarm({ where: 'ledger', message: 'no checkpoint', error });
  const timer = setInterval(() => void parts.sequencer.checkpoint().catch(alarm), checkpointEveryMs).unref();
  return {
    name: 'audit',
    projections: { commands: context.commands },
    routes: [
      getCheckpointRoute(context),
      getProofRoute(context),
      exportEventsRoute(context),
      exportLeavesRoute(context),
      getCommandRoute(context),
    ],
    async stop() {
      clearInterval(timer);
      await context.commands.stop();
    },
  };
}
