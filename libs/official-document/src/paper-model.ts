import type { DocumentContent } from '@sillok/schemas/vocabulary/document-content';
import type { Language } from '@sillok/schemas/vocabulary/primitives';

export type PaperForm = 'official-letter' | 'internal-memo' | 'meeting-report';

/** Everything that a paper shows. Words that depend on a language are localised by the caller, fixed captions are not. */
export interface PaperModel {
  /** A folder of templates: `kr`, `lo`, `rs`, or `generic`, which also serves countries without a form of their own. */
  readonly country: string;
  readonly form: PaperForm;
  /** What the pack calls the form, where the paper says it. */
  readonly formName?: string;
  readonly language: Language;
  /** RFC 3339, UTC: the only time in the file, so that the same model gives the same bytes. */
  readonly createdAt: string;
  readonly institution: { readonly name: string; readonly parent?: string };
  /** Empty for internal approval: then nobody sends the paper and the seal stands in a small box at the foot. */
  readonly addressees: readonly string[];
  readonly via?: string;
  readonly title: string;
  readonly content: DocumentContent;
  readonly attachments: readonly { readonly name: string; readonly quantity?: string }[];
  readonly senderName?: string;
  readonly line: readonly PaperStep[];
  readonly disclosureLabel: string;
  readonly contact: PaperContact;
  /** Says on every page, in the paper's language, that it has no legal force. */
  readonly demo: boolean;
  readonly summary?: string;
  readonly keywords?: readonly string[];
}

export interface PaperStep {
  readonly step: number;
  /** 기안, 검토, 협조, 결재 in the paper's language. */
  readonly roleLabel: string;
  readonly position: string;
  /** 전결, 대결, where it is known before anybody signs; printed here, so the approval stamp need not repeat it. */
  readonly mark?: string;
}

export interface PaperContact {
  readonly postcode: string;
  readonly address: string;
  readonly homepage?: string;
  readonly telephone: string;
  readonly fax?: string;
  readonly email: string;
}

/** Where an empty field of the frozen paper lies. Names: number, dispatched_on, received, seal, step_1 … step_n. */
export interface FieldPlace {
  readonly name: string;
  /** From 1. */
  readonly page: number;
  /** Left, bottom, right, top in points, origin at the page's lower left corner (ISO 32000-1 §7.9.5). */
  readonly rect: readonly [number, number, number, number];
  readonly kind: 'text' | 'signature';
  readonly tooltip: string;
}

export interface RenderedPaper {
  /** PDF/A-2a, the same bytes for the same model, templates, fonts and renderer. */
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly fields: readonly FieldPlace[];
  readonly renderer: RendererIdentity;
}

/** What made the paper; the digests are SHA-256 in hex, for the manifest that approvers sign. */
export interface RendererIdentity {
  readonly name: string;
  readonly version: string;
  readonly templateDigest: string;
  readonly fontsDigest: string;
}

/** What is printed into fields later: one page a stamp, of exactly the field's size, on nothing. */
export interface StampModel {
  readonly country: string;
  readonly language: Language;
  readonly createdAt: string;
  readonly stamps: readonly Stamp[];
}

/** Widths and heights in points. */
export type Stamp =
  | {
      readonly kind: 'text';
      readonly width: number;
      readonly height: number;
      readonly text: string;
      /** At the upper edge of the field, in its middle; else at the left, halfway up. */
      readonly raised?: boolean;
    }
  | {
      readonly kind: 'approval';
      readonly width: number;
      readonly height: number;
      readonly name: string;
      readonly mark?: string;
      readonly date: string;
      readonly note?: string;
    }
  | {
      readonly kind: 'seal';
      readonly width: number;
      readonly height: number;
      readonly text: string;
      readonly subtitle?: string;
    };
