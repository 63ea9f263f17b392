import { malformed } from './malformed.ts';
import { rectangle } from './pages.ts';
import { catalogOf, lookUp, nameUnder, type PdfView, resolve, resolveDict } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';
import { readTextString } from './text-string.ts';
import { walkTree } from './walk-tree.ts';

export interface FormField {
  readonly name: string;
  readonly number: number;
  readonly dict: PdfDict;
  readonly kind: 'text' | 'signature' | 'other';
  readonly value: PdfValue | undefined;
}

interface Inherited {
  readonly names: readonly string[];
  readonly type: string | undefined;
}

const limits = { depth: 16, nodes: 10_000 };

/** The terminal fields of the form with their full names (ISO 32000-1 §12.7.3). Throws PDF_MALFORMED. */
export function fieldsOf(view: PdfView): FormField[] {
  const form = resolveDict(view, catalogOf(view).dict.entries.get('AcroForm'));
  const fields: FormField[] = [];
  const top: Inherited = { names: [], type: undefined };
  walkTree(itemsUnder(view, form, 'Fields'), top, limits, (number, inherited) => {
    const node = lookUp(view, number)?.value;
    if (node?.type !== 'dict') throw malformed(`field object ${number} is no dictionary`);
    const passedOn = {
      names: [...inherited.names, ...partialName(node)],
      type: nameUnder(node, 'FT') ?? inherited.type,
    };
    const kids = childFields(view, node);
    if (kids.length === 0) fields.push(fieldFrom(view, number, node, passedOn));
    return { kids, passedOn };
  });
  return fields;
}

function partialName(node: PdfDict): string[] {
  const text = node.entries.get('T');
  return text?.type === 'string' ? [readTextString(text)] : [];
}

/** Kids without a name are mere widgets of their parent, not fields. */
function childFields(view: PdfView, node: PdfDict): readonly PdfValue[] {
  return itemsUnder(view, node, 'Kids').filter((kid) => resolveDict(view, kid)?.entries.has('T') === true);
}

export function itemsUnder(view: PdfView, holder: PdfDict | undefined, key: string): readonly PdfValue[] {
  const value = resolve(view, holder?.entries.get(key));
  return value?.type === 'array' ? value.items : [];
}

function fieldFrom(view: PdfView, number: number, dict: PdfDict, { names, type }: Inherited): FormField {
  const kind = type === 'Tx' ? 'text' : type === 'Sig' ? 'signature' : 'other';
  return { name: names.join('.'), number, dict, kind, value: resolve(view, dict.entries.get('V')) };
}

/** The field of this name and kind that nobody has filled yet. Throws PDF_MALFORMED where there is none. */
export function emptyField(view: PdfView, name: string, kind: FormField['kind']): FormField {
  const field = fieldsOf(view).find((candidate) => candidate.name === name);
  if (field === undefined || field.kind !== kind) throw malformed(`there is no ${kind} field called '${name}'`);
  if (field.dict.entries.has('V')) throw malformed(`the field '${name}' is filled already`);
  return field;
}

/** Width and height of the field's only widget, in points. */
export function fieldSize(field: FormField): { width: number; height: number } {
  const rect = field.dict.entries.get('Rect');
  if (rect?.type !== 'array') throw malformed(`the field '${field.name}' has no place`);
  const [x0, y0, x1, y1] = rectangle(rect);
  return { width: x1 - x0, height: y1 - y0 };
}
