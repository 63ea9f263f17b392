import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { type Refusal, refusalAsError, SillokError } from '@sillok/kernel';
import { z } from 'zod';
import { checkPaper, checkStamps } from './check-paper.ts';
import { codePointName } from './check-text.ts';
import { endAfterAttachments, endWordsOf, withEndMark } from './end-mark.ts';
import type { PaperModel, RenderedPaper, RendererIdentity, StampModel } from './paper-model.ts';
import { fontsDigest } from './pinned-fonts.ts';
import type { RenderAnswer, RenderOutput } from './render-job.ts';
import { createRenderPool, type RenderPoolOptions } from './render-pool.ts';
import { stampsTemplate, templateDigest, templateOf } from './templates.ts';

/**
 * Sets papers and stamps. All methods throw SillokError: `text-not-nfc`, `text-control-character`,
 * `text-without-font` and `table-malformed` with the field of the model (check first with `checkPaper` for a value
 * instead), DOCUMENT_RENDERER_TIMEOUT, and DOCUMENT_RENDERER_FAILED, which says nothing of the text.
 */
export interface Renderer {
  paper(model: PaperModel): Promise<RenderedPaper>;
  stamps(model: StampModel): Promise<Uint8Array>;
  /** Starts a child and loads its fonts, so that the first paper doesn't wait for them. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

const defaults: RenderPoolOptions = { children: 1, timeoutMs: 30_000, recycleAfter: 500 };

/** No child runs before the first paper; after `close` none is left. */
export function createRenderer(options: Partial<RenderPoolOptions> = {}): Renderer {
  const pool = createRenderPool({ ...defaults, ...options });
  let identity: RendererIdentity | undefined;
  return {
    async paper(model) {
      throwRefusal(checkPaper(model));
      const answer = await pool.run({
        kind: 'paper',
        template: templateOf(model.country, model.form),
        data: JSON.stringify(paperData(model)),
        createdAt: secondsOf(model.createdAt),
      });
      identity ??= rendererIdentity();
      return { ...outputOf(answer), renderer: identity };
    },
    async stamps(model) {
      throwRefusal(checkStamps(model));
      const answer = await pool.run({
        kind: 'stamps',
        template: stampsTemplate,
        data: JSON.stringify({ ...model, created: calendarOf(model.createdAt) }),
        createdAt: secondsOf(model.createdAt),
      });
      return outputOf(answer).pdf;
    },
    async warm() {
      const stamp = { kind: 'text', width: 10, height: 10, text: '.' } as const;
      await this.stamps({ country: 'generic', language: 'en', createdAt: '2014-01-01T00:00:00.000Z', stamps: [stamp] });
    },
    close: () => pool.close(),
  };
}

function throwRefusal(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw refusalAsError(refusal);
}

function paperData(model: PaperModel): unknown {
  const words = endWordsOf(model.country);
  const isClosedByList = model.attachments.length > 0;
  return {
    ...model,
    content: words === undefined || isClosedByList ? model.content : withEndMark(model.content, words),
    end: words !== undefined && isClosedByList ? endAfterAttachments(words) : '',
    created: calendarOf(model.createdAt),
  };
}

function secondsOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

function calendarOf(instant: string): Record<string, number> {
  const date = new Date(instant);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function outputOf(answer: RenderAnswer): RenderOutput {
  if ('done' in answer) return answer.done;
  if ('failed' in answer) throw new SillokError('DOCUMENT_RENDERER_FAILED', 'the template could not be set');
  const { character, count } = answer.missing;
  throw new SillokError('text-without-font', 'no pinned font draws a character', {
    details: { character, codepoint: codePointName(character), count },
  });
}

const compilerPackage = '@myriaddreamin/typst-ts-node-compiler';

function rendererIdentity(): RendererIdentity {
  const file = findPackageJSON(compilerPackage, import.meta.url);
  if (file === undefined) throw new SillokError('DOCUMENT_RENDERER_FAILED', 'the typesetter is not installed');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')));
  return { name: compilerPackage, version, templateDigest: templateDigest(), fontsDigest: fontsDigest() };
}
