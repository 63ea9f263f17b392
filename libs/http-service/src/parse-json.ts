import { type Refusal, refuse } from '@sillok/kernel';

/** Strict UTF-8 JSON. Lone surrogates, control characters (but tab and line ends) and `__proto__` are refused. */
export function parseJson(bytes: Uint8Array): { readonly value: unknown } | { readonly refusal: Refusal } {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return { refusal: refuse('input-not-json') };
  }
  const refusal = refuseIllFormedText(value, 'body');
  return refusal === undefined ? { value } : { refusal };
}

const maximumDepth = 64;

/** Walks every text and every member's name. `root` names the field when the value itself is the text. */
export function refuseIllFormedText(value: unknown, root: string, path: readonly string[] = []): Refusal | undefined {
  if (path.length > maximumDepth) return refuse('input-invalid', fieldOf(path.slice(0, 3), root), { rule: 'depth' });
  if (typeof value === 'string') return refuseText(value, fieldOf(path, root));
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const refusal = refuseName(name, path, root) ?? refuseIllFormedText(member, root, [...path, name]);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refuseName(name: string, path: readonly string[], root: string): Refusal | undefined {
  if (name === '__proto__') return refuse('input-unknown-field', fieldOf([...path, name], root));
  return refuseText(name, fieldOf(path, root));
}

function refuseText(text: string, field: string): Refusal | undefined {
  if (!text.isWellFormed()) return refuse('input-invalid', field, { rule: 'well-formed Unicode' });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return refuse('text-control-character', field);
  return undefined;
}

function fieldOf(path: readonly string[], root: string): string {
  return path.length === 0 ? root : path.join('.');
}
