import type { Finding, Level, ProfileVersion } from '../finding.ts';
import type { MetsElement } from '../mets/mets-element.ts';
import type { MetsContext } from './mets-context.ts';

/** What a check has to say against its subject; a failing may be milder than its rule and stand on another line. */
export interface Failing {
  readonly message: string;
  readonly level?: Level;
  readonly line?: number;
}

export type Answer = string | Failing | readonly (string | Failing)[] | undefined;

/** One requirement of a profile that a machine can judge. */
export interface Rule {
  readonly id: string;
  readonly level: Level | Readonly<Record<ProfileVersion, Level>>;
  /** The versions that have it; without: all. */
  readonly versions?: readonly ProfileVersion[];
  /** The METS documents that it is about; without: all. */
  readonly scope?: 'package' | 'representation';
  /** Where it looks, in the words of the profile. */
  readonly place: string;
  readonly check: (subject: MetsElement, context: MetsContext) => Answer;
}

/** All that the rules say against one subject, in the order of the table. */
export function judge(rules: readonly Rule[], subject: MetsElement, context: MetsContext): readonly Finding[] {
  return rules.filter((rule) => isAsked(rule, context)).flatMap((rule) => answered(rule, subject, context));
}

function isAsked({ versions, scope }: Rule, context: MetsContext): boolean {
  if (versions !== undefined && !versions.includes(context.version)) return false;
  return scope === undefined || scope === context.scope;
}

function answered(rule: Rule, subject: MetsElement, context: MetsContext): readonly Finding[] {
  const answer = rule.check(subject, context);
  if (answer === undefined) return [];
  return (isList(answer) ? answer : [answer]).map((one) => {
    const { message, level, line } = typeof one === 'string' ? { message: one } : one;
    return {
      requirement: rule.id,
      level: level ?? levelOf(rule, context.version),
      path: context.path,
      line: line ?? subject.line,
      place: rule.place,
      message,
    };
  });
}

function isList(answer: NonNullable<Answer>): answer is readonly (string | Failing)[] {
  return Array.isArray(answer);
}

function levelOf({ level }: Rule, version: ProfileVersion): Level {
  return typeof level === 'string' ? level : level[version];
}
