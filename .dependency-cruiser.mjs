import { globSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who may import what. Every rule has a planted violation in tests/architecture that it must catch. */

const test = '((\\.test|-fixtures)\\.ts$|/testing/[^/]+$)';
const npm = (name) => `(^|/)node_modules/${name}/|^${name}(/|$)`;
const streamCode = ['^services/[^/]+/src/[^/]+/(decide\\.ts|evolve\\.ts|state\\.ts|commands/)', ...streamFolders()];
const adapters = '^libs/[^/]+/src/adapters/';

/** One door a vendor: what it is, and who alone may name it. */
const doors = {
  'eventstore-db-client': ['@eventstore/db-client', '^libs/event-store/'],
  minio: ['minio', '^libs/object-store/'],
  'pdf-lib': ['(pdf-lib|@cantoo/pdf-lib)', '^libs/signatures/'],
  peculiar: ['@peculiar/[^/]+', '^libs/signatures/'],
  'node-forge': ['node-forge', '^libs/signatures/'],
  typst: ['@myriaddreamin/[^/]+', '^libs/official-document/'],
  testcontainers: ['testcontainers', '^libs/test-support/'],
  zip: ['ya(zl|uzl)', '^libs/(zip|exchange-container|archival-package)/'],
  saxes: ['saxes', '^libs/archival-package/'],
  'mime-db': ['mime-db', '^libs/archival-package/'],
  fastify: ['fastify', '^libs/http-service/'],
  jose: ['jose', '^libs/http-service/'],
  'openid-client': ['openid-client', '^services/portal/'],
  'oidc-provider': ['oidc-provider', '^infra/small-country/'],
};

const oneDoorAVendor = Object.entries(doors).map(([name, [vendor, door]]) => ({
  name: `one-door-for-${name}`,
  comment: `Only ${door} knows ${vendor}, so that it can be replaced in one place.`,
  severity: 'error',
  from: { pathNot: [door, '^tests/', test] },
  to: { path: npm(vendor) },
}));

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

/** Whatever lies beside a decider is pure as well. */
function streamFolders() {
  return globSync('services/*/src/*/decide.ts', { cwd: import.meta.dirname }).map((file) => `^${dirname(file)}/`);
}

export default {
  forbidden: [
    forbid(
      'schemas-import-zod-only',
      'Schemas are what two parties agree on: data and its parsing, nothing else.',
      { path: '^schemas/', pathNot: test },
      { pathNot: ['^schemas/', npm('zod')] },
    ),
    forbid(
      'kernel-is-pure',
      'The kernel and the decider run anywhere: no node:*, no npm, only the shared words.',
      { path: '^libs/(kernel|decider)/', pathNot: test },
      { pathNot: ['^libs/(kernel|decider)/', '^schemas/vocabulary/'] },
    ),
    forbid(
      'libs-know-no-service',
      'A library knows nothing of our stages.',
      { path: '^libs/' },
      { path: '^(services|infra)/' },
    ),
    forbid(
      'libs-know-no-events',
      'Events are business facts. authority folds those of the directory; journal writes and reads them all.',
      { path: '^libs/', pathNot: ['^libs/(authority|journal)/', test] },
      { path: '^schemas/events/' },
    ),
    forbid(
      'libs-know-no-http',
      'What a service is given may speak of requests; no other library knows that there is HTTP inside.',
      { path: '^libs/', pathNot: ['^libs/(http-service|service-context|test-support)/', test] },
      { path: '^libs/(http-service|service-context)/' },
    ),
    forbid(
      'no-service-imports-another',
      'Services learn of each other by reading events.',
      { path: '^services/([^/]+)/' },
      { path: '^services/', pathNot: '^services/$1/' },
    ),
    forbid(
      'services-have-one-door',
      'Only the one-process composition and tests import a service, and only through its app.ts.',
      { pathNot: '^services/' },
      { path: '^services/', pathNot: '^services/[^/]+/src/app\\.ts$' },
    ),
    forbid(
      'only-sillok-composes-services',
      'infra/sillok is the composition; nobody else starts a service.',
      { pathNot: ['^services/', '^infra/sillok/', '^tests/'] },
      { path: '^services/' },
    ),
    forbid(
      'decider-is-pure',
      'decide, evolve and commands know schemas and the pure libraries: no clock, no chance, no outside.',
      { path: streamCode, pathNot: test },
      { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'], pathNot: npm('zod') },
    ),
    forbid(
      'decider-imports-pure-libs',
      'decide, evolve and commands know schemas, kernel, decider and authority.',
      { path: streamCode, pathNot: test },
      { path: '^libs/', pathNot: '^libs/(kernel|decider|authority)/' },
    ),
    forbid(
      'routes-have-no-logic',
      'A route hands over to a stream or a projection; it knows no reaction and no store of keys or objects.',
      { path: '^services/[^/]+/src/routes/', pathNot: test },
      { path: ['^services/[^/]+/src/reactions/', '^libs/(object-store|key-vault|ledger)/'] },
    ),
    forbid(
      'projections-and-reactions-know-no-http',
      'Projections and reactions live on events; what comes over HTTP is the business of routes.',
      { path: '^services/[^/]+/src/(projections|reactions)/', pathNot: test },
      { path: ['^services/[^/]+/src/routes/', '^libs/http-service/', '^schemas/api/'] },
    ),
    forbid(
      'adapters-only-where-things-start',
      'Which store is used is decided where the process starts.',
      {
        pathNot: [adapters, '^services/[^/]+/src/main\\.ts$', '^infra/sillok/', '^libs/test-support/', '^tests/', test],
      },
      { path: adapters },
    ),
    forbid(
      'process-only-where-things-start',
      'The process belongs to whoever starts it; a forked child (x-child.ts) is such a one.',
      {
        path: '^(schemas|libs|services)/',
        pathNot: ['^services/[^/]+/src/main\\.ts$', '-child\\.ts$', '^libs/test-support/', test],
      },
      { path: '^(node:)?process$' },
    ),
    ...oneDoorAVendor,
    forbid(
      'portal-reads-no-log',
      'The portal owns nothing: it asks the services as any other client does.',
      { path: '^services/portal/', pathNot: test },
      { path: ['^libs/', '^schemas/events/'], pathNot: '^libs/(http-service|kernel)/' },
    ),
    forbid(
      'only-tests-import-tests',
      'Nothing that runs in production stands on test code.',
      { pathNot: ['^tests/', '^libs/test-support/', test] },
      { path: ['^tests/', '^libs/test-support/', test] },
    ),
    forbid('no-cycles', 'What goes round in circles has no inside and no outside.', {}, { circular: true }),
    forbid(
      'everything-resolves',
      'An import that leads nowhere fails here, not at start.',
      {},
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
