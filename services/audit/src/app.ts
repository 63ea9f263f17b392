import type { Service, ServiceContext } from '@sillok/service-context';
import type { AuditContext, AuditParts } from './context.ts';
import { eventsOfCommand } from './projections/events-of-command.ts';
import { addCheckpointRoute } from './routes/add-checkpoint.ts';
import { exportCheckpointRoute, exportEventsRoute, exportLeavesRoute } from './routes/export-log.ts';
import { getCheckpointRoute } from './routes/get-checkpoint.ts';
import { getCommandRoute } from './routes/get-command.ts';
import { getProofRoute } from './routes/get-proof.ts';
import { createWitnessRounds } from './witnessing/witness-rounds.ts';

export type { AuditParts } from './context.ts';
export type { Neighbour } from './witnessing/neighbour.ts';

const checkpointEveryMs = 60_000;

/** Every question this service keeps answered; `sillok replay` builds them anew. */
export const projectionDefinitions = [eventsOfCommand] as const;

export interface AuditService extends Service {
  /** Has every neighbour vouch for the log as it is now; it happens by itself each minute. */
  askWitnesses(): Promise<void>;
}

export function createAuditService(service: ServiceContext, parts: AuditParts): AuditService {
  const context: AuditContext = { ...service, ...parts, commands: service.project(eventsOfCommand) };
  const alarm = (error: unknown) => service.onAlarm({ where: 'ledger', message: 'no checkpoint', error });
  const rounds = createWitnessRounds(context);
  const timer = setInterval(() => void rounds.ask().catch(alarm), checkpointEveryMs).unref();
  return {
    name: 'audit',
    projections: { commands: context.commands },
    askWitnesses: rounds.ask,
    routes: [
      getCheckpointRoute(context),
      getProofRoute(context),
      exportEventsRoute(context),
      exportLeavesRoute(context),
      exportCheckpointRoute(context),
      addCheckpointRoute(context),
      getCommandRoute(context),
    ],
    async stop() {
      clearInterval(timer);
      await rounds.stop();
      await context.commands.stop();
    },
  };
}
