import type { ErmsDisclosure } from '@sillok/archival-package';
import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { disclosureReviewed } from '@sillok/schemas/events/records/disclosure-reviewed';
import { paperRegistered } from '@sillok/schemas/events/records/paper-registered';
import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';
import { type Describing, type ItemToDescribe, ruleAt } from './describing.ts';
import { lastOfType } from './events-of-type.ts';

/** Who may see a record, when it was said, and by which law its grounds are. */
export interface ClassedDisclosure {
  readonly disclosure: Disclosure;
  readonly at: string;
  /** The civil date of the last review; absent where it stands as it came into being. */
  readonly reviewedOn: string | undefined;
}

/** As last reviewed, else as it came into being; undefined for what came over exchange and was never classed here. */
export function classedDisclosure({ history }: Pick<ItemToDescribe, 'history'>): ClassedDisclosure | undefined {
  const reviewed = lastOfType(history.events, disclosureReviewed);
  if (reviewed !== undefined) {
    const { to, on } = reviewed.data;
    return { disclosure: to, at: reviewed.envelope.recordedAt, reviewedOn: on };
  }
  const established = lastOfType(history.events, documentEstablished);
  const first = established?.data.classification ?? lastOfType(history.events, paperRegistered)?.data;
  const at = established?.data.at ?? lastOfType(history.events, paperRegistered)?.data.receivedAt;
  return first === undefined || at === undefined
    ? undefined
    : { disclosure: first.disclosure, at, reviewedOn: undefined };
}

/** With the words of the statute's grounds as they were in force when the record was classed. */
export function describeDisclosure(describing: Describing, { disclosure, at }: ClassedDisclosure): ErmsDisclosure {
  const law = ruleAt(describing, at, (pack) => pack.disclosure);
  const citationOf = (code: string) => {
    const ground = law?.rule.grounds.find(({ id }) => id === code);
    const place = law === undefined ? code : `${law.source} (${code})`;
    return ground === undefined ? place : `${place}: ${ground.text}`;
  };
  return {
    class: disclosure.class,
    grounds: disclosure.grounds.map((code) => ({ code, citation: citationOf(code) })),
  };
}
