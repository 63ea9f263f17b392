import { attributeOf, childrenOf, type MetsElement } from '../mets/mets-element.ts';
import { recordStatuses } from '../vocabulary/dilcis.ts';
import { is, missing, notOneOf } from './checks.ts';
import type { MetsContext } from './mets-context.ts';
import { ofHeader } from './mets-hdr.ts';
import { isProfileOf } from './package-profile.ts';
import type { Answer, Failing, Rule } from './rule.ts';
import { sipAgentRules } from './sip-agents.ts';

const altRecordId = 'metsHdr/altRecordID';

/** E-ARK SIP: what a submission's package METS must have beyond CSIP. Asked of its root. */
export const sipRules: readonly Rule[] = [
  { id: 'SIP1', level: 'MAY', place: 'mets/@LABEL', check: (root) => missing(root, 'LABEL') },
  { id: 'SIP2', level: 'MUST', place: 'mets/@PROFILE', check: isProfileOf('SIP') },
  { id: 'SIP3', level: 'MAY', place: 'metsHdr/@RECORDSTATUS', check: ofHeader(recordStatus) },
  {
    id: 'SIP4',
    level: 'MUST',
    place: 'metsHdr/@csip:OAISPACKAGETYPE',
    check: ofHeader(is('csip:OAISPACKAGETYPE', 'SIP')),
  },
  recordId('SIP5', 'SUBMISSIONAGREEMENT', true),
  recordId('SIP6', 'PREVIOUSSUBMISSIONAGREEMENT', false),
  recordId('SIP7', 'REFERENCECODE', true),
  recordId('SIP8', 'PREVIOUSREFERENCECODE', false),
  ...sipAgentRules,
  ...['NAME', 'VERSION', 'REGISTRY', 'KEY'].map(
    (part, index): Rule => ({
      id: `SIP${32 + index}`,
      level: 'MAY',
      place: `fileSec/fileGrp/file/@sip:FILEFORMAT${part}`,
      check: (_root, context) => saidOfNoFile(context, `sip:FILEFORMAT${part}`),
    }),
  ),
];

function recordStatus(header: MetsElement): Answer {
  if (!header.attributes.has('RECORDSTATUS')) return '@RECORDSTATUS is missing; the package is taken as NEW';
  const answer = notOneOf(header, 'RECORDSTATUS', recordStatuses);
  return typeof answer === 'string' ? { message: answer, level: 'MUST' } : answer;
}

function recordId(id: string, type: string, isSingle: boolean): Rule {
  const check = ofHeader((header): readonly Failing[] => {
    const ids = childrenOf(header, 'altRecordID').filter((one) => attributeOf(one, 'TYPE') === type);
    if (ids.length === 0) return [{ message: `there is no altRecordID of TYPE ${type}` }];
    const empty = ids.filter((one) => one.text.trim() === '');
    const many =
      isSingle && ids.length > 1 ? [{ message: `there are ${ids.length} of TYPE ${type}; there may be one` }] : [];
    const texts = empty.map(({ line }) => ({ message: `the altRecordID of TYPE ${type} is empty`, line }));
    return [...many, ...texts].map((failing) => ({ ...failing, level: 'MUST' }));
  });
  return { id, level: 'MAY', place: `${altRecordId}[@TYPE='${type}']`, check };
}

function saidOfNoFile({ fileAttributes, fileIds }: MetsContext, attribute: string): Answer {
  return fileAttributes.has(attribute) || fileIds.size === 0 ? undefined : `no file has @${attribute}`;
}
