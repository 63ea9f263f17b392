import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { createFrontDoor, createLogger, type FrontDoor, type Logger, loopbackFetch } from '@sillok/http-service';
import { createRenderer, type Renderer } from '@sillok/official-document';
import { createTrustService } from '@sillok/outbound';
import { softwareSigner, timestampClient } from '@sillok/signatures';
import {
  archives,
  type CertificateAuthority,
  createCountryPage,
  createIdentityProvider,
  createMovableClock,
  createTrustServices,
  type DemoPerson,
  foundingActs,
  type InstitutionPlan,
  type MovableClock,
  mopa,
  munhwa,
  openCertificateAuthority,
  openRevocations,
  opstina,
  type Revocations,
  sealKeyId,
} from '@sillok/small-country';
import { faultSentence } from '../fault-sentence.ts';
import { addressBookOf, neighboursOf } from './address-book.ts';
import { closeOnFailure } from './close-on-failure.ts';
import { lockName, stampFolder } from './data-folder.ts';
import { createDemoKeys, type DemoKeys } from './demo-keys.ts';
import { lockFolder } from './folder-lock.ts';
import { createGate } from './gate.ts';
import { type Institution, openInstitution } from './institution.ts';
import { institutionKeys } from './institution-keys.ts';

export interface SmallCountryOptions {
  readonly dataFolder: string;
  readonly port: number;
  /** Where the story begins when the country is founded. */
  readonly start?: string;
  readonly plans?: readonly InstitutionPlan[];
  /** Where all logs lie on a server (`esdb://…`); else each lies in its institution's folder. */
  readonly events?: string | undefined;
}

export interface SmallCountry {
  readonly port: number;
  readonly clock: MovableClock;
  readonly plans: readonly InstitutionPlan[];
  readonly institutions: readonly Institution[];
  readonly authority: CertificateAuthority;
  readonly keys: DemoKeys;
  readonly logger: Logger;
  /** Lets the public in; before, only who knows the gate's word is answered and everybody else waits. */
  open(): void;
  readonly gateWord: string;
  stop(): Promise<void>;
}

const storyBegins = '2014-03-03T00:00:00.000Z';

/**
 * Two ministries, a municipality and the national archives, their certificate authority, their sign-in and their clock, behind one listener. Throws PORT_TAKEN,
 * DATA_FOLDER_IN_USE and what else a data folder can have against it; nothing is open then.
 */
export function openSmallCountry(options: SmallCountryOptions): Promise<SmallCountry> {
  return closeOnFailure((closing) => openParts(options, closing));
}

async function openParts(options: SmallCountryOptions, closing: (close: () => unknown) => void): Promise<SmallCountry> {
  const { dataFolder, events, plans = [munhwa, mopa, opstina, archives] } = options;
  const lock = lockFolder(join(dataFolder, lockName));
  closing(lock.release);
  const clock = createMovableClock({ file: join(dataFolder, 'country', 'clock'), start: options.start ?? storyBegins });
  for (const plan of plans) stampFolder(join(dataFolder, plan.id), 'demo', clock.now());
  const logger = createLogger({ file: join(dataFolder, 'log', 'sillok.jsonl'), onFault: tellOnce() });
  const hosts = new Map<string, RequestListener>();
  const gate = createGate();
  const door = await createFrontDoor({ port: options.port, hosts: () => gate.guard(hosts) });
  closing(door.stop);
  // Whoever waits for the opening would hold up the end.
  closing(gate.open);
  const authority = openCertificateAuthority({
    folder: join(dataFolder, 'country', 'authority'),
    address: `http://trust.localhost:${door.port}`,
  });
  const revocations = openRevocations({ file: join(dataFolder, 'country', 'authority', 'revoked.json'), clock });
  const renderer = createRenderer({ children: 1 });
  // Loads while the institutions are founded; a renderer that cannot start says so at the first paper.
  void renderer.warm().catch(() => undefined);
  closing(() => renderer.close());
  mountCountry(hosts, { ...options, plans, authority, revocations, clock, port: door.port });
  const institutions: Institution[] = [];
  for (const plan of plans) {
    // Makes the keys as well, the founder's among them.
    const acts = foundingActs(plan, authority);
    const institution = await openPlanned({
      plan,
      plans,
      dataFolder,
      events,
      door,
      authority,
      clock,
      logger,
      renderer,
    });
    closing(institution.close);
    await institution.found(acts);
    institutions.push(institution);
    hosts.set(`${plan.id}.localhost`, institution.app.handle);
  }
  const keys = createDemoKeys({ authority, revocations, institutions });
  const { open, word: gateWord } = gate;
  const stop = stopper({ door, institutions, renderer, clock, lock });
  return { port: door.port, clock, plans, institutions, authority, keys, logger, open, gateWord, stop };
}

interface Founding {
  readonly plan: InstitutionPlan;
  readonly plans: readonly InstitutionPlan[];
  readonly dataFolder: string;
  readonly events: string | undefined;
  readonly door: FrontDoor;
  readonly authority: CertificateAuthority;
  readonly clock: MovableClock;
  readonly logger: Logger;
  readonly renderer: Renderer;
}

function openPlanned({
  plan,
  plans,
  dataFolder,
  events,
  door,
  authority,
  clock,
  logger,
  renderer,
}: Founding): Promise<Institution> {
  const trustAddress = `http://trust.localhost:${door.port}`;
  const folder = join(dataFolder, plan.id);
  return openInstitution({
    id: plan.id,
    name: plan.name,
    languages: plan.language === 'ko' ? ['ko', 'en'] : ['en', 'ko'],
    folder,
    events,
    clock,
    logger,
    renderer,
    signer: softwareSigner({ keys: { get: (keyId) => authority.find(keyId) } }),
    trust: createTrustService({
      roots: [authority.root],
      ocspUrl: `${trustAddress}/ocsp`,
      crlUrls: [`${trustAddress}/issuing.crl`, `${trustAddress}/root.crl`],
      fetch: loopback,
      clock,
    }),
    timestamps: timestampClient({ url: `${trustAddress}/tsa`, fetch: loopback }),
    oidc: {
      issuer: `http://id.localhost:${door.port}`,
      clientId: plan.id,
      clientSecret: clientSecret(plan),
      fetch: loopbackFetch,
    },
    ...institutionKeys(folder),
    neighbours: neighboursOf(plans, plan.id, (id) => institutionKeys(join(dataFolder, id)), door.port),
    founder: { keyId: sealKeyId(plan), controlClass: 'demo-software' },
    addressBook: addressBookOf(plans, authority, door.port),
    isArchives: plan.isArchives === true,
    fetch: loopback,
  });
}

function mountCountry(
  hosts: Map<string, RequestListener>,
  country: SmallCountryOptions & {
    plans: readonly InstitutionPlan[];
    authority: CertificateAuthority;
    revocations: Revocations;
    clock: MovableClock;
    port: number;
  },
): void {
  const { plans, authority, revocations, clock, port } = country;
  const people = peopleOf(plans);
  const institutions = plans.map(({ id, name }) => ({ id, name }));
  const provider = createIdentityProvider({
    issuer: `http://id.localhost:${port}`,
    people,
    keysFolder: join(country.dataFolder, 'country', 'sign-in'),
    clients: plans.map((plan) => ({
      institution: { id: plan.id, name: plan.name },
      secret: clientSecret(plan),
      redirectUri: `http://${plan.id}.localhost:${port}/sign-in/callback`,
    })),
  });
  hosts.set('id.localhost', provider.handle);
  hosts.set('trust.localhost', createTrustServices({ authority, clock, revoked: revocations.list }));
  hosts.set('localhost', createCountryPage({ port, institutions, people }));
}

export function peopleOf(plans: readonly InstitutionPlan[]): readonly DemoPerson[] {
  return plans.flatMap((plan) =>
    plan.people.map(({ id, name, position }) => ({
      id,
      name,
      institution: plan.id,
      title: position,
      language: plan.language,
    })),
  );
}

// Both sides run in this process, on loopback: the secret keeps nobody out, the protocol asks for one.
function clientSecret(plan: InstitutionPlan): string {
  return `demonstration-${plan.id}`;
}

const loopback: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const { url, method, headers, signal } = request;
  const body = method === 'GET' ? null : new Uint8Array(await request.arrayBuffer());
  return loopbackFetch(url, { method, headers, body, signal });
};

interface Stopping {
  readonly door: FrontDoor;
  readonly institutions: readonly Institution[];
  readonly renderer: Renderer;
  readonly clock: MovableClock;
  readonly lock: { release(): void };
}

function stopper({ door, institutions, renderer, clock, lock }: Stopping): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  async function stop(): Promise<void> {
    try {
      await door.stop();
      await Promise.all(institutions.map((institution) => institution.close()));
      await renderer.close();
      clock.keep();
    } finally {
      lock.release();
    }
  }
  return () => (stopping ??= stop());
}

// The operators' log is the place to tell of faults; when that fails itself, the terminal is what is left.
function tellOnce(): (error: unknown) => void {
  let isTold = false;
  return (error) => {
    if (!isTold) console.error(faultSentence(error));
    isTold = true;
  };
}
