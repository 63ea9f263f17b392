import { attributeOf, type MetsElement } from '../mets/mets-element.ts';
import type { Answer, Rule } from './rule.ts';

type Check = Rule['check'];

/** The attribute is there and not empty. */
export function has(attribute: string): Check {
  return (subject) => missing(subject, attribute);
}

export function is(attribute: string, value: string): Check {
  return (subject) => {
    const found = subject.attributes.get(attribute);
    if (found === undefined) return `@${attribute} is missing; it must be "${value}"`;
    return found === value ? undefined : `@${attribute} is "${shown(found)}"; it must be "${value}"`;
  };
}

export function isOneOf(attribute: string, values: ReadonlySet<string>): Check {
  return (subject) => missing(subject, attribute) ?? notOneOf(subject, attribute, values);
}

/** Nothing to say of what is not there. */
export function ifThere(attribute: string, check: Check): Check {
  return (subject, context) => (subject.attributes.has(attribute) ? check(subject, context) : undefined);
}

export function isDateTime(attribute: string): Check {
  return (subject) => missing(subject, attribute) ?? notDateTime(subject, attribute);
}

export function isCount(attribute: string): Check {
  return (subject) => {
    const value = attributeOf(subject, attribute);
    if (value === '') return missing(subject, attribute);
    return /^\+?\d{1,19}$/.test(value) ? undefined : `@${attribute} is "${shown(value)}"; it must be a number of bytes`;
  };
}

export function missing(subject: MetsElement, attribute: string): string | undefined {
  if (!subject.attributes.has(attribute)) return `${subject.name}/@${attribute} is missing`;
  return attributeOf(subject, attribute) === '' ? `${subject.name}/@${attribute} is empty` : undefined;
}

export function notOneOf(subject: MetsElement, attribute: string, values: ReadonlySet<string>): Answer {
  const found = subject.attributes.get(attribute) ?? '';
  if (values.has(found)) return undefined;
  const allowed = values.size > 12 ? 'a value of its vocabulary' : `one of ${[...values].join(', ')}`;
  return `@${attribute} is "${shown(found)}"; it must be ${allowed}`;
}

const dateTime =
  /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(\d{2}:\d{2}:\d{2}(\.\d+)?)(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/;
const time = /^(([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?)$/;

/** xsd:dateTime, as far as its lexical form goes. */
export function notDateTime(subject: MetsElement, attribute: string): string | undefined {
  const value = attributeOf(subject, attribute);
  const match = dateTime.exec(value);
  if (match !== null && time.test(match[3] ?? '') && isDay(value)) return undefined;
  return `@${attribute} is "${shown(value)}"; it must be a date and time as xsd:dateTime has them`;
}

function isDay(value: string): boolean {
  const [year = 0, month = 1, day = 1] = value.replace(/^-/, '').split('T', 1)[0]?.split('-').map(Number) ?? [];
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** IDs are NCNames, so that XML can point at them; that they are unique is seen while reading. */
export const hasId: Check = (subject) => missing(subject, 'ID');

/** Values in messages are cut: they come from outside. */
export function shown(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
