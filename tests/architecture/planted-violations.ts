export type Gate = 'types' | 'biome' | 'imports' | 'knip';

export interface Violation {
  readonly gate: Gate;
  /** What the gate must name beside the file: a TypeScript code, a lint rule, an import rule, a name. */
  readonly rule: string;
  readonly file: string;
  readonly text: string;
}

const stream = 'services/approval/src/planted';
const toLibs = '../../../../libs';

export const violations: readonly Violation[] = [
  ...violate('types', {
    TS1294: ['libs/jobs/src/planted-enum.ts', 'export enum Planted { One }'],
    TS2375: ['libs/jobs/src/planted-optional.ts', 'export const planted: { a?: string } = { a: undefined };'],
    TS2322: ['libs/jobs/src/planted-index.ts', "export const planted: string = ['a'][0];"],
    TS4111: ['libs/jobs/src/planted-key.ts', 'export const planted = (a: Record<string, string>) => a.b;'],
    TS1484: [
      'libs/jobs/src/planted-type.ts',
      "import { Clock } from '../../kernel/src/clock.ts';\nexport type Planted = Clock;",
    ],
    TS2307: ['libs/jobs/src/planted-past-the-door.ts', "export { standingClock } from '@sillok/kernel/src/clock.ts';"],
  }),
  ...violate('biome', {
    'suspicious/noExplicitAny': ['libs/jobs/src/planted-any.ts', 'export const planted: any = 1;'],
    'style/noNonNullAssertion': ['libs/jobs/src/planted-bang.ts', "export const planted = ['a'].at(0)!;"],
    'style/noDefaultExport': ['libs/jobs/src/planted-default.ts', 'export default 1;'],
    'style/noEnum': ['libs/jobs/src/planted-lint-enum.ts', 'export enum Planted { One }'],
    'style/useFilenamingConvention': ['libs/jobs/src/plantedName.ts', 'export const planted = 1;'],
    'style/noProcessEnv': ['libs/jobs/src/planted-env.ts', "export const planted = process.env['A'];"],
    'complexity/noExcessiveCognitiveComplexity': ['libs/jobs/src/planted-knot.ts', knot()],
    'complexity/noExcessiveLinesPerFunction': ['libs/jobs/src/planted-long.ts', long()],
    'suspicious/noSkippedTests': [
      'libs/jobs/src/planted.test.ts',
      "import { test } from 'vitest';\ntest.skip('a', () => {});",
    ],
    'suspicious/noFocusedTests': [
      'libs/jobs/src/planted-2.test.ts',
      "import { test } from 'vitest';\ntest.only('a', () => {});",
    ],
    'style/noRestrictedGlobals': [`${stream}/decide.ts`, 'export const planted = () => Date.now();'],
  }),
  {
    gate: 'biome',
    rule: 'style/noRestrictedGlobals',
    file: `${stream}/state.ts`,
    text: 'export const planted = Math.random();',
  },
  {
    gate: 'biome',
    rule: 'style/noRestrictedGlobals',
    file: `${stream}/commands/do.ts`,
    text: "console.log('planted');",
  },
  { gate: 'biome', rule: 'format', file: 'libs/jobs/src/planted-format.ts', text: 'export const planted = "double"' },
  ...violate('imports', {
    'schemas-import-zod-only': ['schemas/vocabulary/planted.ts', "import 'node:fs';"],
    'kernel-is-pure': ['libs/kernel/src/planted.ts', "import 'node:crypto';"],
    'libs-know-no-service': [
      'libs/jobs/src/planted-service.ts',
      "import '../../../services/approval/src/planted/decide.ts';",
    ],
    'libs-know-no-events': ['libs/jobs/src/planted-events.ts', "import '../../../schemas/events/planted.ts';"],
    'libs-know-no-http': ['libs/jobs/src/planted-http.ts', "import '../../http-service/src/route.ts';"],
    'no-service-imports-another': [
      'services/drafting/src/planted-other.ts',
      "import '../../approval/src/planted/decide.ts';",
    ],
    'services-have-one-door': [
      'infra/sillok/src/planted-deep.ts',
      "import '../../../services/approval/src/planted/decide.ts';",
    ],
    'only-sillok-composes-services': [
      'infra/small-country/src/planted-service.ts',
      "import '../../../services/approval/src/planted/decide.ts';",
    ],
    'decider-is-pure': [`${stream}/evolve.ts`, "import 'node:crypto';"],
    'decider-imports-pure-libs': [
      `${stream}/commands/ask.ts`,
      `import '../${toLibs}/object-store/src/object-store.ts';`,
    ],
    'routes-have-no-logic': ['services/approval/src/routes/planted.ts', "import '../reactions/when-planted.ts';"],
    'projections-and-reactions-know-no-http': [
      'services/approval/src/projections/planted.ts',
      "import '../routes/planted.ts';",
    ],
    'adapters-only-where-things-start': [
      'services/approval/src/planted-adapter.ts',
      "import '../../../libs/event-store/src/adapters/planted.ts';",
    ],
    'process-only-where-things-start': ['libs/jobs/src/planted-process.ts', "import 'node:process';"],
    'portal-reads-no-log': ['services/portal/src/planted.ts', "import '../../../libs/event-store/src/event-store.ts';"],
    'only-tests-import-tests': ['libs/jobs/src/planted-tests.ts', "import '../../../tests/architecture/tree.ts';"],
    'no-cycles': ['libs/jobs/src/planted-round.ts', "import './planted-round-2.ts';"],
    'everything-resolves': ['libs/jobs/src/planted-nowhere.ts', "import './planted-nowhere-at-all.ts';"],
    'one-door-for-eventstore-db-client': ['libs/jobs/src/planted-vendor-1.ts', "import '@eventstore/db-client';"],
    'one-door-for-minio': ['libs/jobs/src/planted-vendor-2.ts', "import 'minio';"],
    'one-door-for-pdf-lib': ['libs/jobs/src/planted-vendor-3.ts', "import 'pdf-lib';"],
    'one-door-for-peculiar': ['libs/jobs/src/planted-vendor-4.ts', "import '@peculiar/asn1-schema';"],
    'one-door-for-node-forge': ['libs/jobs/src/planted-vendor-5.ts', "import 'node-forge';"],
    'one-door-for-typst': ['libs/jobs/src/planted-vendor-6.ts', "import '@myriaddreamin/typst-ts-node-compiler';"],
    'one-door-for-testcontainers': ['libs/jobs/src/planted-vendor-7.ts', "import 'testcontainers';"],
    'one-door-for-zip': ['libs/jobs/src/planted-vendor-8.ts', "import 'yazl';"],
    'one-door-for-saxes': ['libs/jobs/src/planted-vendor-12.ts', "import 'saxes';"],
    'one-door-for-mime-db': ['libs/jobs/src/planted-vendor-13.ts', "import 'mime-db';"],
    'one-door-for-fastify': ['services/approval/src/planted-vendor.ts', "import 'fastify';"],
    'one-door-for-jose': ['libs/jobs/src/planted-vendor-9.ts', "import 'jose';"],
    'one-door-for-openid-client': ['libs/jobs/src/planted-vendor-10.ts', "import 'openid-client';"],
    'one-door-for-oidc-provider': ['libs/jobs/src/planted-vendor-11.ts', "import 'oidc-provider';"],
  }),
  { gate: 'imports', rule: 'decider-is-pure', file: `${stream}/beside.ts`, text: "import 'node:fs';" },
  {
    gate: 'imports',
    rule: 'only-tests-import-tests',
    file: 'libs/archival-package/src/planted-sample.ts',
    text: "import './testing/sample-package.ts';",
  },
  {
    gate: 'imports',
    rule: 'only-tests-import-tests',
    file: 'services/distribution/src/planted-scan.ts',
    text: "import './scan/scan-fixtures.ts';",
  },
  ...violate('knip', {
    'Unused files': ['libs/kernel/src/planted-unused.ts', 'export const planted = 1;'],
    'Unlisted dependencies': ['infra/sillok/src/commands/planted-unlisted.ts', "import '@sillok/decider';"],
    'Unused exports': ['infra/sillok/src/planted-export.ts', 'export const used = 1;\nexport const plantedExport = 2;'],
  }),
];

/** What the planted files lean on; lawful by themselves, or another violation's other half. */
export const beside: Readonly<Record<string, string>> = {
  'schemas/events/planted.ts': 'export const planted = 1;\n',
  'libs/event-store/src/adapters/planted.ts': 'export const planted = 1;\n',
  'libs/jobs/src/planted-round-2.ts': "import './planted-round.ts';\n",
  'services/approval/src/reactions/when-planted.ts': 'export const planted = 1;\n',
  'infra/sillok/src/commands/planted-user.ts': "import { used } from '../planted-export.ts';\n\nconsole.log(used);\n",
};

/** What a decider may do, and what code for tests may do wherever it lies; no gate may name them. */
export const lawful: readonly { readonly file: string; readonly text: string }[] = [
  {
    file: 'services/approval/src/lawful/decide.ts',
    text: [
      "import { z } from 'zod';",
      `import { canonicalJson } from '${toLibs}/kernel/src/canonical-json.ts';`,
      "import type { ErrorCode } from '../../../../schemas/vocabulary/errors.ts';",
      '',
      'export const lawful = z.string();',
      '',
      'export function lawfulText(code: ErrorCode): string {',
      '  return canonicalJson(lawful.parse(code));',
      '}',
      '',
    ].join('\n'),
  },
  {
    file: 'libs/jobs/src/testing/lawful.ts',
    text: "export { planted } from '../../../../schemas/events/planted.ts';\n",
  },
  { file: 'libs/jobs/src/lawful-fixtures.ts', text: "export { planted } from '../../../schemas/events/planted.ts';\n" },
];

function violate(gate: Gate, rules: Readonly<Record<string, readonly [string, string]>>): readonly Violation[] {
  return Object.entries(rules).map(([rule, [file, text]]) => ({ gate, rule, file, text }));
}

function knot(): string {
  const loops =
    'for (const a of [1]) if (a > 0) for (const b of [a]) if (b > 0) for (const c of [b]) if (c > 0) return c;';
  return `export function planted(): number {\n  ${loops}\n  return 0;\n}`;
}

function long(): string {
  return `export function planted(): number {\n  let sum = 0;\n${'  sum += 1;\n'.repeat(60)}  return sum;\n}`;
}
