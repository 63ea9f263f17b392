import type { Readable } from 'node:stream';

/** What a handler can answer beside a plain value (200, JSON) and a refusal (problem+json). */
export type Answer<Value> =
  | Value
  | JsonAnswer<Value>
  | FileAnswer
  | PageAnswer
  | RedirectAnswer
  | AssetAnswer
  | TextAnswer
  | StreamAnswer;

const kind = Symbol.for('sillok.answer');

export interface JsonAnswer<Value> {
  readonly [kind]: 'json';
  readonly status: 201 | 202;
  readonly value: Value;
  readonly location?: string;
}

/** Bytes to save: sent with `Content-Disposition: attachment` (RFC 6266), sandboxed, never sniffed. */
export interface FileAnswer {
  readonly [kind]: 'file';
  readonly content: Uint8Array | Readable;
  readonly mediaType: string;
  readonly name: string;
}

export interface CookieChange {
  readonly name: string;
  /** Absent: the cookie is taken away. */
  readonly value?: string;
  readonly seconds?: number;
}

export interface PageAnswer {
  readonly [kind]: 'page';
  readonly html: string;
  readonly status: number;
}

export interface RedirectAnswer {
  readonly [kind]: 'redirect';
  readonly location: string;
  readonly cookies: readonly CookieChange[];
}

/** A part of a page, such as a style sheet: shown by the browser, kept for `seconds`. */
export interface AssetAnswer {
  readonly [kind]: 'asset';
  readonly bytes: Uint8Array | string;
  readonly mediaType: string;
  readonly seconds: number;
}

/** What a protocol of others answers in plain text, with statuses of its own. */
export interface TextAnswer {
  readonly [kind]: 'text';
  readonly text: string;
  readonly status: number;
  readonly mediaType: string;
}

/** A stream of server-sent events, already in their wire form. */
export interface StreamAnswer {
  readonly [kind]: 'events';
  readonly stream: Readable;
}

export type SpecialAnswer =
  | JsonAnswer<unknown>
  | FileAnswer
  | PageAnswer
  | RedirectAnswer
  | AssetAnswer
  | TextAnswer
  | StreamAnswer;

export const answerKind: typeof kind = kind;

export function created<Value>(value: Value, location: string): JsonAnswer<Value> {
  return { [kind]: 'json', status: 201, value, location };
}

export function accepted<Value>(value: Value): JsonAnswer<Value> {
  return { [kind]: 'json', status: 202, value };
}

export function file(answer: {
  readonly content: Uint8Array | Readable;
  readonly mediaType: string;
  readonly name: string;
}): FileAnswer {
  return { [kind]: 'file', ...answer };
}

export function page(html: string, status = 200): PageAnswer {
  return { [kind]: 'page', html, status };
}

/** 303 (RFC 9110 §15.4.4): the browser fetches `location` with GET. */
export function redirect(location: string, cookies: readonly CookieChange[] = []): RedirectAnswer {
  return { [kind]: 'redirect', location, cookies };
}

export function asset(bytes: Uint8Array | string, mediaType: string, seconds = 3600): AssetAnswer {
  return { [kind]: 'asset', bytes, mediaType, seconds };
}

export function plainText(text: string, status = 200, mediaType = 'text/plain; charset=utf-8'): TextAnswer {
  return { [kind]: 'text', text, status, mediaType };
}

export function eventStream(stream: Readable): StreamAnswer {
  return { [kind]: 'events', stream };
}

export function isSpecialAnswer(value: unknown): value is SpecialAnswer {
  return typeof value === 'object' && value !== null && kind in value;
}
