import { describe, expect, test } from 'vitest';
import { projectionPrefixes, reactions } from '../../infra/sillok/src/docs/service-facts.ts';
import { projectFiles, readText } from './tree.ts';

const files = projectFiles().filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const services = files.flatMap((file) => /^services\/([a-z]+)\/src\/app\.ts$/.exec(file)?.[1] ?? []);
const wireTypes = /'([a-z]+\.[A-Z][A-Za-z]+\.v\d+)'/g;
const published = unique(files.filter((file) => file.startsWith('schemas/events/')).flatMap(found(wireTypes)));

test('there are services to tell of', () => {
  expect(services).toContain('approval');
  expect(published.length).toBeGreaterThan(20);
});

describe.each(services)('the README of %s', (service) => {
  const own = files.filter((file) => file.startsWith(`services/${service}/src/`));
  const told = (heading: string, word: RegExp) => unique([...section(service, heading).matchAll(word)].map(first));

  test('names every event that it publishes, and no other', () => {
    const events = published.filter((type) => type.startsWith(`${service}.`));
    expect(told('Events out', /`([a-z]+\.[A-Z]\w+\.v\d+)`/g)).toEqual(events);
  });

  test('names every event of another service that a reaction or projection waits for, and no other', () => {
    const prefixes = projectionPrefixes(service);
    const waitedFor = reactions().flatMap((one) => (one.service === service ? one.waitsFor : []));
    const isRead = (type: string) => waitedFor.includes(type) || prefixes.some((prefix) => type.startsWith(prefix));
    const events = published.filter((type) => !type.startsWith(`${service}.`) && isRead(type));
    expect(told('Events in', /`([a-z]+\.[A-Z]\w+\.v\d+)`/g)).toEqual(events);
  });

  test('names every command, and no other', () => {
    const deciders = own.filter((file) => /\/(decide|commands\/[a-z-]+)\.ts$/.test(file));
    expect(told('Commands', /`([A-Z][A-Za-z]+)`/g)).toEqual(unique(deciders.flatMap(found(/readonly type: '(\w+)'/g))));
  });

  test('names every route, and no other', () => {
    const routes = own.filter((file) => file.includes('/routes/'));
    expect(told('Routes', /`([A-Za-z]+)`/g)).toEqual(unique(routes.flatMap(found(/operationId: '(\w+)'/g))));
  });
});

function section(service: string, heading: string): string {
  const [, after = ''] = readText(`services/${service}/README.md`).split(`\n## ${heading}\n`);
  return after.split('\n## ')[0] ?? '';
}

function found(word: RegExp): (file: string) => readonly string[] {
  return (file) => [...readText(file).matchAll(word)].map(first);
}

function first(match: readonly (string | undefined)[]): string {
  return match[1] ?? '';
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
