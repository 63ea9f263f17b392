import { type Refusal, refuse } from '@sillok/kernel';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Checks one part of the input. `part` names it when the whole part is wrong (`body`, `query`, `params`). */
export function validateInput(
  schema: z.ZodType,
  data: unknown,
  part: string,
): { readonly value: unknown } | { readonly refusal: Refusal } {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data };
  return { refusal: refusalOfIssues(flatten(result.error.issues, []), part) };
}

// A misspelt name shows up twice, as unknown and as missing: the unknown one helps more.
function refusalOfIssues(issues: readonly Issue[], part: string): Refusal {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown?.code === 'unrecognized_keys') {
    return refuse('input-unknown-field', fieldOf([...unknown.path, unknown.keys[0] ?? ''], part));
  }
  const [first] = issues;
  return refuse('input-invalid', fieldOf(first?.path ?? [], part), {
    rule: first === undefined ? 'valid' : ruleOf(first),
  });
}

/** `line.2.person`, as in refusals. */
function fieldOf(path: readonly PropertyKey[], part: string): string {
  return path.length === 0 ? part : path.map(String).join('.');
}

/** Of a union's branches the one that got furthest tells what is wrong. */
function flatten(issues: readonly Issue[], prefix: readonly PropertyKey[]): readonly Issue[] {
  return issues.flatMap((issue): readonly Issue[] => {
    const path = [...prefix, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }];
    const branches = issue.errors.map((branch) => flatten(branch, path));
    return branches.reduce((best, branch) => (depthOf(branch) > depthOf(best) ? branch : best));
  });
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

/** A short stable name of the rule; never the value that broke it. */
function ruleOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `type ${issue.expected}`;
    case 'too_small':
      return `at least ${String(issue.minimum)}`;
    case 'too_big':
      return `at most ${String(issue.maximum)}`;
    case 'invalid_format':
      return issue.pattern === undefined ? `format ${issue.format}` : `pattern ${issue.pattern}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'not_multiple_of':
      return `multiple of ${issue.divisor}`;
    case 'custom':
      return issue.message;
    default:
      return issue.code;
  }
}
