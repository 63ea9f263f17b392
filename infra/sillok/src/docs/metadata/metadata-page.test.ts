import { expect, it } from 'vitest';
import { gateOf } from './gate-of.ts';
import { row } from './metadata-element.ts';
import { metadataPage, rowOf } from './metadata-page.ts';
import { writtenPaths } from './written-paths.ts';

const written = writtenPaths();

it.each([
  ['an event that is not there', 'records.Unheard.v1#title', 'there is no event records.Unheard.v1'],
  ['a field that is not there', 'records.FolderOpened.v1#colour', 'there is no colour'],
  ['a field within that is not there', 'records.FolderClosed.v1#place.colour', 'there is no colour'],
  ['a member that no event has', 'records.FolderClosed.v1@colour', 'there is no colour'],
  ['a text that lies at no address', 'records.FolderClosed.v1#retention/title', 'is no address'],
  ['a member that no text has', 'drafting.DraftSubmitted.v1#textAddress/colour', 'there is no colour'],
])('fails for %s', (_, source, message) => {
  expect(() => rowOf(row('record', 'x', [source], {}), written)).toThrow(message);
});

it.each([
  ['an element', 'erms/aggregations/aggregation/colour'],
  ['an attribute', 'erms/aggregations/aggregation/@colour'],
  ['a condition', 'erms/aggregations/aggregation/agents/agent[@agentType=mover]/name'],
])('fails for %s that is not written', (_, erms) => {
  expect(() => rowOf(row('record', 'x', ['records.FolderOpened.v1#title'], { erms }), written)).toThrow(
    'is not written',
  );
});

it('tells from the schemas what goes with the content and what stays', () => {
  const page = metadataPage();
  expect(page).toMatch(/\| number \| registration \| stays, in the open \|/);
  expect(page).toMatch(/\| title \| draft, registration \| stays, sealed with the register entry \|/);
  expect(page).toMatch(/\| keywords \| draft \| goes with the content \|/);
  expect(page).toMatch(/\| sender, a private person \| registration \| goes with the content \|/);
  expect(page).toMatch(/\| line: the name \| draft \| goes with the person \|/);
});

it('gives no gate to an event that nothing is taken from', () => {
  expect(() => gateOf('archive.UnitDescribed.v1')).toThrow('has no gate');
});
