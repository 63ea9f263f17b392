import { randomBytes } from 'node:crypto';
import { makeManifest, manifestDigest, sha256Hex } from '@sillok/evidence';
import type { Json } from '@sillok/kernel';
import { SillokError } from '@sillok/kernel';
import type { RenderedPaper } from '@sillok/official-document';
import type { PaperFrozen } from '@sillok/schemas/events/approval/paper-frozen';
import { type SubmittedText, submittedText } from '@sillok/schemas/vocabulary/official-document';
import { declareFields } from '@sillok/signatures/pdf';
import type { CaseInHand } from '../approval-case/state.ts';
import type { ApprovalContext } from '../context.ts';
import { paperModel } from './paper-model.ts';

export interface FrozenPaper {
  readonly paper: PaperFrozen['data'];
  readonly paperDigest: string;
  readonly manifestDigest: string;
}

/** Sets the paper of one version, declares its empty fields, and writes down everything it stands for. */
export async function freezePaper(
  context: ApprovalContext,
  open: CaseInHand,
  version: number,
  at: string,
): Promise<FrozenPaper> {
  const { documentId } = open.opened;
  const text = submittedText.parse(await context.contents.getJson(documentId, open.textAddress));
  const directory = await context.directory.latest();
  const model = paperModel(directory, open.opened, text, at);
  const rendered = await context.renderer.paper(model);
  const frozen = declareFields(rendered.pdf, rendered.fields);
  const paperDigest = sha256Hex(frozen);
  const manifest = makeManifest(entriesOf(open, text, rendered, { sha256: paperDigest, bytes: frozen.length }), () =>
    randomBytes(16).toString('hex'),
  );
  if (open.version !== version) throw new SillokError('UNEXPECTED', 'the case has moved on');
  const { name, version: rendererVersion, templateDigest, fontsDigest } = rendered.renderer;
  return {
    paper: {
      documentId,
      version,
      paperAddress: await context.contents.put(documentId, frozen),
      paperBytes: frozen.length,
      pages: rendered.pages,
      manifestAddress: await context.contents.putJson(documentId, manifest),
      renderer: { name, version: rendererVersion, templateDigest, fontsDigest },
    },
    paperDigest,
    manifestDigest: manifestDigest(manifest),
  };
}

function entriesOf(
  open: CaseInHand,
  text: SubmittedText,
  rendered: RenderedPaper,
  paper: { sha256: string; bytes: number },
): readonly (readonly [string, Json])[] {
  const { classification, unitId, packDigest } = open.opened;
  return [
    ['title', text.title],
    ['form', classification.form],
    ['unit', unitId],
    ['unitTask', classification.unitTaskId],
    ['folder', classification.folderId],
    ['disclosure', classification.disclosure],
    ['addressees', text.addressees],
    ['via', text.via ?? null],
    ['summary', text.summary ?? null],
    ['keywords', text.keywords],
    ['content', text.content],
    ...text.attachments.map(
      ({ name, sha256, bytes, mediaType }, index) =>
        [`attachment.${index + 1}`, { name, sha256, bytes, mediaType }] as const,
    ),
    ['paper', paper],
    ['fields', rendered.fields.map(({ name, page, rect, kind }) => ({ name, page, rect, kind }))],
    ['renderer', { ...rendered.renderer }],
    ['policyPack', packDigest],
    ['language', classification.language],
  ];
}
