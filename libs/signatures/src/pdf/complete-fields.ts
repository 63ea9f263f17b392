import { appendRevision, draftRevision, type RevisionDraft } from './append-revision.ts';
import { appearances } from './declare-fields.ts';
import { emptyField, fieldSize } from './form-fields.ts';
import { type AppearanceSource, appearanceImporter } from './import-appearance.ts';
import { malformed } from './malformed.ts';
import { catalogOf, lastView, lookUp, numberUnder, type PdfView } from './pdf-file.ts';
import { stream, withEntries } from './pdf-value.ts';
import { readPdf } from './read-pdf.ts';
import { textString } from './text-string.ts';

export interface FieldValue {
  readonly name: string;
  readonly value: string;
  /** Shows the value, made by the same template as the paper and at the size of the field. */
  readonly appearance: AppearanceSource;
}

export interface CompletionOptions {
  /** Makes the new XMP packet from the old one; the PDF/A identification must stay. */
  readonly xmp?: (old: string) => string;
}

/**
 * Appends one revision that fills declared, still empty text fields; nothing else changes but, where asked, the XMP
 * packet. The input is a literal prefix of the output. Throws PDF_MALFORMED for a field that is unknown or filled.
 */
export function completeFields(
  pdf: Uint8Array,
  values: readonly FieldValue[],
  options: CompletionOptions = {},
): Uint8Array {
  const file = readPdf(pdf);
  const view = lastView(file);
  const draft = draftRevision(file);
  const imports = appearanceImporter(draft);
  if (values.length === 0 && options.xmp === undefined) throw malformed('nothing to fill in');
  for (const { name, value, appearance } of values) {
    const field = emptyField(view, name, 'text');
    if (draft.objects.has(field.number)) throw malformed(`the field '${name}' is given twice`);
    const { width, height } = fieldSize(field);
    const shown = appearances(imports(appearance, width, height));
    draft.objects.set(field.number, withEntries(field.dict, { V: textString(value), AP: shown }));
  }
  if (options.xmp !== undefined) replaceMetadata(view, draft, options.xmp);
  return appendRevision(file, draft);
}

function replaceMetadata(view: PdfView, draft: RevisionDraft, change: (old: string) => string): void {
  const number = numberUnder(catalogOf(view).dict, 'Metadata');
  const metadata = lookUp(view, number)?.value;
  if (metadata?.type !== 'stream' || metadata.dict.entries.has('Filter')) {
    throw malformed('the metadata is no plain stream');
  }
  const changed = change(Buffer.from(metadata.data).toString('utf8'));
  draft.objects.set(number, stream(metadata.dict, Buffer.from(changed, 'utf8')));
}
