import { defineConfig } from 'vitest/config';

const code = '{schemas,libs,services,infra,tests/bench}/**/*.test.ts';

/** Whatever starts processes gets a minute: two busy cores are no failure. */
const patient = { testTimeout: 60_000, hookTimeout: 60_000 };

/** Unit tests leave nothing behind in their process, so that it can go on with the next file as it is. */
const swift = { testTimeout: 20_000, isolate: false, maxWorkers: '100%' };

function project(name: string, include: string, more = {}) {
  return { test: { name, include: [include], environment: 'node' as const, ...more } };
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      project('unit', code, swift),
      project('contract', 'tests/contract/**/*.test.ts', patient),
      project('architecture', 'tests/architecture/**/*.test.ts', patient),
      project('journeys', 'tests/journeys/**/*.test.ts', patient),
      project('conformance', 'tests/conformance/**/*.test.ts', patient),
      project('faults', 'tests/faults/**/*.test.ts', patient),
    ],
  },
});
