import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ApiAnswer, ApiClient } from '@sillok/http-service';
import { messageFor } from '@sillok/schemas/messages/message-for';
import type { RefusalCode } from '@sillok/schemas/vocabulary/errors';
import { expect } from 'vitest';
import { z } from 'zod';
import type { House } from './house.ts';

const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  field: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  instance: z.string(),
});

export interface Refusal {
  readonly code: RefusalCode;
  readonly field?: string | undefined;
  readonly status?: number;
}

type Headers = Readonly<Record<string, string>>;

/** Asks twice, once in each language of the house, and expects the refusal with nothing written, no event and no file. */
export async function expectRefused(
  house: WhatIsWritten,
  refusal: Refusal,
  ask: (headers: Headers) => Promise<ApiAnswer>,
): Promise<void> {
  // Workers may still be busy with what came before. A refusal that wrote would write each time that it is asked.
  for (let attempt = 1; ; attempt += 1) {
    const before = await countAll(house);
    for (const language of ['ko', 'en'] as const) {
      expectProblem(await ask({ 'accept-language': language }), refusal, language);
    }
    const after = await countAll(house);
    if (isDeepStrictEqual(after, before)) return;
    expect(attempt < attempts ? before : after, `what is written after ${refusal.code}`).toEqual(before);
    await delay(500);
  }
}

const attempts = 4;

/** A problem (RFC 9457) with the code, the field and the sentence of the reader's language, and no word of the inside. */
export function expectProblem(answer: ApiAnswer, { code, field, status }: Refusal, language: 'ko' | 'en'): void {
  const text = JSON.stringify(answer.body);
  expect(answer.headers.get('content-type'), text).toMatch(/^application\/problem\+json/);
  const body = problem.parse(answer.body);
  expect({ code: body.code, field: body.field }, text).toEqual({ code, field });
  expect(body.status).toBe(answer.status);
  if (status !== undefined) expect(answer.status).toBe(status);
  const blanks = { ...(body.field === undefined ? {} : { field: body.field }), ...body.details };
  expect(body.title).toBe(messageFor(code, language, blanks));
  expect(/[가-힣]/.test(messageFor(code, language))).toBe(language === 'ko');
  expect(text).not.toMatch(/node_modules|node:internal|\.ts[:)]|\bat \w+ \(|Error:/);
}

type WhatIsWritten = Pick<House, 'country' | 'dataFolder'>;

/** How many events and objects each institution has, counted where they lie. */
async function countAll({ country, dataFolder }: WhatIsWritten) {
  const counts: { readonly events: number; readonly objects: number }[] = [];
  for (const { id, log } of country.institutions) {
    let events = 0;
    for await (const _ of log.store.readAll()) events += 1;
    const files = await readdir(join(dataFolder, id, 'objects'), { recursive: true, withFileTypes: true });
    counts.push({ events, objects: files.filter((file) => file.isFile()).length });
  }
  return counts;
}

/** As somebody, with whatever headers the test needs beside. */
export function posting(person: ApiClient, path: string, body?: unknown, more: Headers = {}) {
  return (headers: Headers) => person.post(path, body, { headers: { ...headers, ...more } });
}

export function getting(person: ApiClient, path: string) {
  return (headers: Headers) => person.get(path, { headers });
}
