import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isCommand } from './command.ts';
import { commandNames, startCommandLine } from './command-line.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

test.each([[[]], [['--help']], [['-h']]])('lists the commands when asked %j', async (args) => {
  expect(await startCommandLine(args)).toBe(0);
  const said = String(vi.mocked(console.log).mock.calls[0]?.[0]);
  expect(said).toContain('usage: sillok <command>');
  for (const name of commandNames()) expect(said).toContain(`  ${name}`);
});

test.each(['nope', '../main', 'constructor', ''])('refuses the unknown command "%s" with exit code 2', async (name) => {
  expect(await startCommandLine([name])).toBe(2);
  expect(vi.mocked(console.error)).toHaveBeenCalledOnce();
});

test('prints the usage of every command without running it', async () => {
  for (const name of commandNames()) {
    const command: unknown = await import(new URL(`./commands/${name}.ts`, import.meta.url).href);
    expect(isCommand(command), name).toBe(true);
    expect(await startCommandLine([name, '--help'])).toBe(0);
  }
});

test('knows a command from another module', () => {
  expect(isCommand({ summary: 's', usage: 'u', run: () => Promise.resolve(0) })).toBe(true);
  expect(isCommand({ summary: 's', usage: 'u' })).toBe(false);
  expect(isCommand(undefined)).toBe(false);
});
