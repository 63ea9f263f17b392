import { type DirectoryState, dateAt, packInForce, type Seal } from '@sillok/authority';
import { entryValue } from '@sillok/evidence';
import { civilDate } from '@sillok/kernel';
import type { Renderer, Stamp } from '@sillok/official-document';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { manifest } from '@sillok/schemas/statements/manifest';
import type { Classification } from '@sillok/schemas/vocabulary/official-document';
import { completeFields, type PreparedSeal, prepareSeal } from '@sillok/signatures/pdf';
import { z } from 'zod';
import type { SignedStep } from './seal-request.ts';
import { writtenDate } from './written-date.ts';

const place = z.object({ name: z.string(), rect: z.tuple([z.number(), z.number(), z.number(), z.number()]) });
type Place = z.infer<typeof place>;

export interface CompletionOrder {
  /** The number as people write it. */
  readonly display: string;
  readonly establishedAt: string;
  readonly classification: Classification;
  readonly manifest: unknown;
  readonly paper: Uint8Array;
  readonly steps: readonly SignedStep[];
  readonly seal: Seal;
  readonly at: string;
  /** Only of a dispatch copy. */
  readonly dispatch?: {
    readonly at: string;
    /** What stands in the place of the visible seal where it is lawfully left out. */
    readonly omitted?: string;
  };
}

export interface CompletionParts {
  readonly directory: DirectoryState;
  readonly renderer: Pick<Renderer, 'stamps'>;
}

/** Fills number and approval boxes into the frozen paper in one revision, and readies the seal's revision on top. */
export async function completePaper(
  { directory, renderer }: CompletionParts,
  order: CompletionOrder,
): Promise<PreparedSeal> {
  const places = z.array(place).parse(entryValue(manifest.parse(order.manifest), 'fields'));
  const filled = places.flatMap((one) => fieldOf(one, directory, order) ?? []);
  const sealPlace = places.find((one) => one.name === 'seal');
  const stamps = await renderer.stamps({
    country: countryOf(directory, order),
    language: order.classification.language,
    createdAt: order.at,
    stamps: [...filled.map((one) => one.stamp), ...(sealPlace === undefined ? [] : [sealStamp(sealPlace, order)])],
  });
  const values = filled.map(({ name, value }, index) => ({
    name,
    value,
    appearance: { pdf: stamps, page: index + 1 },
  }));
  return prepareSeal(completeFields(order.paper, values), {
    field: 'seal',
    signedAt: order.at,
    name: order.seal.text,
    ...(sealPlace === undefined ? {} : { appearance: { pdf: stamps, page: filled.length + 1 } }),
  });
}

function sealStamp(sealPlace: Place, { dispatch, seal }: CompletionOrder): Stamp {
  const size = sizeOf(sealPlace);
  if (dispatch?.omitted !== undefined) return { kind: 'text', ...size, text: dispatch.omitted, raised: true };
  return { kind: 'seal', ...size, text: seal.text };
}

function fieldOf(one: Place, directory: DirectoryState, order: CompletionOrder) {
  const size = sizeOf(one);
  if (one.name === 'number') {
    const text = order.display;
    return { name: one.name, value: text, stamp: { kind: 'text', ...size, text } satisfies Stamp };
  }
  if (one.name === 'dispatched_on') return dateField(one, size, directory, order);
  const step = order.steps.find(({ step }) => one.name === `step_${step}`);
  return step === undefined ? undefined : boxOf(one, size, directory, step, order);
}

/** Where the paper's date is that of the establishment, it is known at once; a date of dispatch stays empty until then. */
function dateField(
  one: Place,
  size: { width: number; height: number },
  directory: DirectoryState,
  { establishedAt, classification, dispatch }: CompletionOrder,
) {
  const established = dateAt(directory, establishedAt);
  const pack = packInForce(directory, established)?.pack;
  const means = inForce(pack?.numbering ?? [], established)?.date;
  const dispatched = dispatch === undefined ? undefined : dateAt(directory, dispatch.at);
  const on = means === 'establishment' ? established : dispatched;
  if (on === undefined) return undefined;
  const text = writtenDate(on, inForce(pack?.marks ?? [], on)?.[classification.language]?.date);
  return { name: one.name, value: text, stamp: { kind: 'text', ...size, text } satisfies Stamp };
}

/** A box: the signer's name, the mark of the power used, and the date. Whoever did not sign is not drawn. */
function boxOf(
  one: Place,
  size: { width: number; height: number },
  directory: DirectoryState,
  step: SignedStep,
  order: CompletionOrder,
) {
  const zone = directory.institution?.timeZone ?? 'UTC';
  const on = civilDate(step.at, zone);
  const { language } = order.classification;
  const marks = inForce(packInForce(directory, on)?.pack.marks ?? [], on)?.[language];
  const name = directory.persons.get(step.personId)?.name ?? '–';
  const mark = proxyMark(step, marks);
  const date = writtenDate(on, marks?.date);
  const note = step.hasOpinion ? marks?.withOpinion : undefined;
  const stamp: Stamp = {
    kind: 'approval',
    ...size,
    name,
    date,
    ...(mark === undefined ? {} : { mark }),
    ...(note === undefined ? {} : { note }),
  };
  return { name: one.name, value: [mark, name, date, note && `(${note})`].filter(Boolean).join(' '), stamp };
}

/** The paper prints 전결 beneath the box, where it was known before anybody signed; 대결 is known only now. */
function proxyMark({ mode }: SignedStep, marks: { proxy: string } | undefined): string | undefined {
  return mode === 'proxy' || mode === 'proxy-of-delegate' ? marks?.proxy : undefined;
}

function sizeOf({ rect: [left, bottom, right, top] }: Place): { width: number; height: number } {
  return { width: right - left, height: top - bottom };
}

function countryOf(directory: DirectoryState, { establishedAt, classification }: CompletionOrder): string {
  const on = dateAt(directory, establishedAt);
  const forms = inForce(packInForce(directory, on)?.pack.forms ?? [], on);
  return forms?.find((form) => form.id === classification.form)?.template.country ?? 'generic';
}
