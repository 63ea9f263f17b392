import { type ApiAnswer, type ApiClient, createApiClient } from '@sillok/http-service';
import { SillokError } from '@sillok/kernel';
import type { z } from 'zod';
import { gateHeader } from '../composition/gate.ts';

/** Speaks to one institution as any of its people, over HTTP like everybody else. */
export interface StoryClient {
  ask<Schema extends z.ZodType>(person: string, path: string, schema: Schema): Promise<z.infer<Schema>>;
  /** The same `key` with the same body is done once; without one each call is a new request. */
  tell<Schema extends z.ZodType>(
    person: string,
    path: string,
    body: unknown,
    schema: Schema,
    key?: string,
  ): Promise<z.infer<Schema>>;
  fetch(person: string, path: string): Promise<Uint8Array>;
}

export interface StoryClientOptions {
  readonly port: number;
  readonly institution: string;
  readonly gateWord?: string;
}

export function createStoryClient(options: StoryClientOptions): StoryClient {
  const clients = new Map<string, ApiClient>();
  const headers = options.gateWord === undefined ? {} : { [gateHeader]: options.gateWord };

  function clientOf(person: string): ApiClient {
    const known = clients.get(person);
    if (known !== undefined) return known;
    const host = `${options.institution}.localhost`;
    const client = createApiClient({ port: options.port, host, person, headers });
    clients.set(person, client);
    return client;
  }

  return {
    ask: async (person, path, schema) => schema.parse(answered(await clientOf(person).get(path), path)),
    async tell(person, path, body, schema, key) {
      const answer = await clientOf(person).post(path, body, key === undefined ? {} : { idempotencyKey: key });
      return schema.parse(answered(answer, path));
    },
    async fetch(person, path) {
      const body = answered(await clientOf(person).get(path), path);
      if (body instanceof Uint8Array) return body;
      return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
    },
  };
}

function answered(answer: ApiAnswer, path: string): unknown {
  if (answer.status < 300) return answer.body;
  const problem = typeof answer.body === 'object' && answer.body !== null ? answer.body : {};
  const text = (name: string) => (name in problem ? String(Reflect.get(problem, name)) : '');
  throw new SillokError(
    'UNEXPECTED',
    `${path} answered ${answer.status} ${text('code')} ${text('field')}: ${text('title')}`,
  );
}
