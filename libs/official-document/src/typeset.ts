import { dirname } from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { z } from 'zod';
import type { FieldPlace } from './paper-model.ts';
import { fontFiles } from './pinned-fonts.ts';
import type { RenderAnswer, RenderJob, RenderOutcome } from './render-job.ts';
import { templateFolder } from './templates.ts';

// The page of every form; stamps have no fields.
const a4Height = 841.8898;

/** A compiler that knows only the templates and the pinned fonts. Native code: use it in a child process only. */
export function createTypesetter(): (job: RenderJob) => RenderAnswer {
  const compiler = NodeCompiler.create({
    workspace: templateFolder,
    fontArgs: [{ fontPaths: [...new Set(fontFiles().map((file) => dirname(file)))] }],
  });
  return (job) => {
    try {
      return { ...typeset(compiler, job), rss: process.memoryUsage.rss() };
    } finally {
      compiler.evictCache(10);
    }
  };
}

function typeset(compiler: NodeCompiler, job: RenderJob): RenderOutcome {
  const compiled = compiler.compile({ mainFilePath: job.template, inputs: { data: job.data }, resetRead: true });
  const document = compiled.result;
  if (document === null) return failureOf(compiler, compiled.takeDiagnostics());
  try {
    const pdf = compiler.pdf(document, {
      creationTimestamp: job.createdAt,
      ...(job.kind === 'paper' ? { pdfStandard: 'a-2a' } : { pdfStandard: '1.7', pdfTags: false }),
    });
    const fields = job.kind === 'paper' ? fieldsOf(compiler.query(document, { selector: '<sillok-field>' })) : [];
    return { done: { pdf: Uint8Array.from(pdf), pages: document.numOfPages, fields } };
  } catch (error) {
    return failureIn(String(error));
  }
}

function failureOf(compiler: NodeCompiler, diagnostics: NodeError | null): RenderOutcome {
  return failureIn(diagnostics === null ? '' : JSON.stringify(compiler.fetchDiagnostics(diagnostics)));
}

// As Typst writes them: one message a character, escaped where it would not show.
const quoted = /the text `\\*"(.+?)\\*"` could not be displayed with font/gu;

function failureIn(text: string): RenderOutcome {
  const characters = [...text.matchAll(quoted)].map(([, character]) => literal(character ?? ''));
  const [character] = characters;
  return character === undefined ? { failed: 'template' } : { missing: { character, count: characters.length } };
}

function literal(character: string): string {
  const [, digits] = /u\{([0-9a-f]+)\}/u.exec(character) ?? [];
  return digits === undefined ? character : String.fromCodePoint(Number.parseInt(digits, 16));
}

const placed = z.array(
  z.object({
    value: z.object({
      name: z.string(),
      kind: z.enum(['text', 'signature']),
      tooltip: z.string(),
      page: z.int(),
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
    }),
  }),
);

function fieldsOf(queried: unknown): readonly FieldPlace[] {
  return placed.parse(queried).map(({ value: { name, kind, tooltip, page, x, y, width, height } }) => {
    const top = a4Height - y;
    return { name, page, kind, tooltip, rect: [round(x), round(top - height), round(x + width), round(top)] };
  });
}

// A hundredth of a point is far below what is seen, and keeps the manifest free of float noise.
function round(points: number): number {
  return Math.round(points * 100) / 100;
}
