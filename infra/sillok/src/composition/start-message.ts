import type { SmallCountry } from './small-country.ts';

/** The front page's address first, then who lives here. */
export function startMessage({ port, plans }: SmallCountry): string {
  const lines = [
    `Sillok is ready: http://localhost:${port}`,
    '',
    'A demonstration without legal force. Sign in as anybody; no passwords.',
    ...plans.flatMap((plan) => [
      '',
      `${plan.name}  http://${plan.id}.localhost:${port}  (its API: http://${plan.id}.localhost:${port}/api)`,
      ...plan.people.map((person) => `  ${person.name}, ${person.position}`),
    ]),
    '',
    'Ctrl-C stops it; the next start carries on where it was.',
    '',
  ];
  return lines.join('\n');
}
