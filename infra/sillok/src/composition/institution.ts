import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { createApprovalService } from '@sillok/approval';
import { type ArchiveParts, type ArchiveService, createArchiveService } from '@sillok/archive';
import { type AuditService, createAuditService } from '@sillok/audit';
import { dateAt, rolesOf } from '@sillok/authority';
import { createDirectoryService, type Founder, foundingDirectory } from '@sillok/directory';
import { createDistributionService, type DistributionParts } from '@sillok/distribution';
import { createDraftingService } from '@sillok/drafting';
import { openedFieldsOf } from '@sillok/evidence/history';
import {
  createInstitutionApp,
  createSessions,
  type InstitutionApp,
  type Logger,
  type Route,
} from '@sillok/http-service';
import { type Alarm, fileEffects } from '@sillok/jobs';
import type { Clock } from '@sillok/kernel';
import { createSequencer, type NoteSigner, type Sequencer } from '@sillok/ledger';
import { filePackageStore } from '@sillok/object-store/package-files';
import type { Renderer } from '@sillok/official-document';
import { type AddressBook, createExchangeClient, type TrustService } from '@sillok/outbound';
import { createPortalApp, type SignInOptions } from '@sillok/portal';
import { createRecordsService, type RecordsParts, type RecordsService } from '@sillok/records';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { createSealSigner } from '@sillok/sealing';
import type { Service } from '@sillok/service-context';
import type { Signer, TimestampClient } from '@sillok/signatures';
import { closeOnFailure } from './close-on-failure.ts';
import { type InstitutionLog, openLog } from './institution-log.ts';
import { logProofs } from './log-proofs.ts';
import { logSigner, openWitnessing, type WitnessedNeighbour } from './witnessing.ts';

export interface InstitutionOptions {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly Language[];
  readonly folder: string;
  /** Where the log lies on a server; else it lies in the folder. */
  readonly events?: string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly renderer: Renderer;
  readonly signer: Signer;
  readonly trust: TrustService;
  readonly timestamps: TimestampClient;
  readonly oidc: SignInOptions;
  readonly ledgerKey: KeyObject;
  readonly witnessKey: KeyObject;
  readonly neighbours: readonly WitnessedNeighbour[];
  /** The key by which the institution is founded. */
  readonly founder: Pick<Founder, 'keyId' | 'controlClass'>;
  readonly addressBook: AddressBook;
  /** It takes over records for good. */
  readonly isArchives: boolean;
  /** Reaches the other institutions. */
  readonly fetch: typeof fetch;
}

export interface Institution {
  readonly id: string;
  readonly log: InstitutionLog;
  readonly app: InstitutionApp;
  readonly routes: readonly Route[];
  readonly services: readonly Service[];
  readonly sequencer: Sequencer;
  readonly verifierKey: string;
  readonly askWitnesses: AuditService['askWitnesses'];
  /** Enters acts as the founder, signed; what is there already stays as it is. */
  readonly found: ReturnType<typeof foundingDirectory>;
  close(): Promise<void>;
}

const machineClock: Clock = { now: () => new Date().toISOString() };

export function openInstitution(options: InstitutionOptions): Promise<Institution> {
  return closeOnFailure((closing) => openParts(options, closing));
}

/** One institution with all its services in this process: the whole wiring on one screen. */
async function openParts(options: InstitutionOptions, closing: (close: () => unknown) => void): Promise<Institution> {
  const { id, folder, clock, renderer, signer, trust } = options;
  const onAlarm = alarmTo(options.logger, id);
  const log = await openLog({ folder, institutionId: id, clock, events: options.events, onAlarm });
  closing(log.close);
  const signingKey = logSigner(id, options.ledgerKey);
  const sequencer = sequencerOf(options, log, signingKey);
  closing(sequencer.close);
  const witnessing = openWitnessing(options);
  closing(witnessing.close);
  const effects = fileEffects({ folder: join(folder, 'effects') });
  const sealSigner = createSealSigner({ institutionId: id, signer, trust, timestamps: options.timestamps });
  const sealing = { renderer, trust, sealSigner, effects };
  const proofs = logProofs(sequencer);
  const records = recordsOf(options, log, { ...sealing, ...proofs });
  const newestCheckpoint = () => sequencer.newestCheckpoint()?.note;
  const archive = archiveOf(options, log, { trust, sealSigner, effects, newestCheckpoint, ...proofs });
  const audit = createAuditService(log.contextOf('audit'), {
    ...witnessing.parts,
    sequencer,
    verifierKey: signingKey.verifierKey,
    fetch: options.fetch,
  });
  const services: readonly Service[] = [
    createDirectoryService(log.contextOf('directory'), { signer, trust, newestCheckpoint }),
    createDraftingService(log.contextOf('drafting')),
    createApprovalService(log.contextOf('approval'), { signer, trust, renderer, newestCheckpoint }),
    records,
    distributionOf(options, log, { ...sealing, newestCheckpoint }),
    ...archive,
    audit,
  ];
  closing(() => Promise.all(services.map((service) => service.stop())));
  const sessions = createSessions({ secret: await log.vault.keyFor('institution:sessions'), clock: machineClock });
  const portal = portalOf(options, log, sessions, services, { records, archive: archive[0] });
  const routes = [...services.flatMap((service) => service.routes), ...portal.routes];
  const app = await createInstitutionApp({
    institution: options,
    routes,
    sessions,
    logger: options.logger,
    rolesOf: async (personId) => {
      const directory = await log.directory.latest();
      return rolesOf(directory, personId, dateAt(directory, clock.now()));
    },
  });
  return {
    id,
    log,
    app,
    routes,
    services,
    sequencer,
    verifierKey: signingKey.verifierKey,
    askWitnesses: audit.askWitnesses,
    found: foundingDirectory(
      { ...log.contextOf('directory'), signer, newestCheckpoint },
      { ...options.founder, institution: options.name, language: options.languages[0] ?? 'en' },
    ),
    async close() {
      await app.close();
      await Promise.all(services.map((service) => service.stop()));
      witnessing.close();
      await sequencer.close();
      await log.close();
    },
  };
}

function sequencerOf({ id, folder, clock, logger }: InstitutionOptions, log: InstitutionLog, signingKey: NoteSigner) {
  return createSequencer({
    store: log.store,
    file: join(folder, 'ledger.sqlite'),
    origin: signingKey.name,
    signingKey,
    clock,
    macKeyOf: (stream) => log.macKeys.get(ownerOf(stream)),
    onAlarm: (error) => alarmTo(logger, id)({ where: 'ledger', message: 'the ledger has halted', error }),
  });
}

function recordsOf(
  { id, addressBook, fetch }: InstitutionOptions,
  log: InstitutionLog,
  shared: Omit<RecordsParts, 'addressBook' | 'exchange' | 'openedFieldsOf'>,
): RecordsService {
  return createRecordsService(log.contextOf('records'), {
    ...shared,
    addressBook,
    exchange: createExchangeClient({ institutionId: id, fetch }),
    openedFieldsOf: (envelopes) => openedFieldsOf(log.vault, envelopes),
  });
}

function distributionOf(
  { id, addressBook, fetch }: InstitutionOptions,
  log: InstitutionLog,
  shared: Omit<DistributionParts, 'addressBook' | 'exchange'>,
): Service {
  const exchange = createExchangeClient({ institutionId: id, fetch });
  return createDistributionService(log.contextOf('distribution'), {
    ...shared,
    addressBook,
    exchange,
  });
}

function archiveOf(
  { id, folder, addressBook, fetch, isArchives }: InstitutionOptions,
  log: InstitutionLog,
  shared: Omit<ArchiveParts, 'addressBook' | 'exchange' | 'packages'>,
): readonly ArchiveService[] {
  if (!isArchives) return [];
  const exchange = createExchangeClient({ institutionId: id, fetch });
  const packages = filePackageStore({ folder: join(folder, 'packages') });
  return [createArchiveService(log.contextOf('archive'), { ...shared, addressBook, exchange, packages })];
}

function portalOf(
  options: InstitutionOptions,
  log: InstitutionLog,
  sessions: ReturnType<typeof createSessions>,
  services: readonly Service[],
  { records, archive }: { readonly records: RecordsService; readonly archive: ArchiveService | undefined },
) {
  return createPortalApp({
    institution: options,
    sessions,
    clock: machineClock,
    oidc: options.oidc,
    services: services.map((service) => service.name),
    nameOf: async (personId) => (await log.directory.latest()).persons.get(personId)?.name,
    finishedDocuments: records.finishedDocuments,
    openArchive: archive?.openArchive,
  });
}

function alarmTo(logger: Logger, institution: string): (alarm: Alarm) => void {
  return ({ where, message, error }) => logger.error({ institution, where, err: error }, message);
}

const owners: Readonly<Record<string, string>> = {
  draft: 'drafting',
  approval_case: 'approval',
  register: 'records',
  record: 'records',
  folder: 'records',
  dispatch: 'distribution',
  outbox: 'distribution',
  incoming: 'distribution',
  circulation: 'distribution',
  paper: 'distribution',
  outage: 'distribution',
  transfer: 'records',
  submission: 'archive',
  accessions: 'archive',
  package: 'archive',
  description: 'archive',
};

/** Which service owns a stream, by its category; the directory owns whatever isn't somebody else's. */
function ownerOf(stream: string): string {
  return owners[stream.slice(0, stream.indexOf('-'))] ?? 'directory';
}
