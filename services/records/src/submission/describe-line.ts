import type { ErmsAction, ErmsRole } from '@sillok/archival-package';
import type { RecordedEvent } from '@sillok/journal';
import { caseOpened } from '@sillok/schemas/events/approval/case-opened';
import { concurrenceGiven } from '@sillok/schemas/events/approval/concurrence-given';
import { concurrenceGivenWithDissent } from '@sillok/schemas/events/approval/concurrence-given-with-dissent';
import { documentApproved } from '@sillok/schemas/events/approval/document-approved';
import { documentReturned } from '@sillok/schemas/events/approval/document-returned';
import { documentReviewed } from '@sillok/schemas/events/approval/document-reviewed';
import { stepAct } from '@sillok/schemas/events/approval/step-act';
import { submissionSigned } from '@sillok/schemas/events/approval/submission-signed';
import type { ApprovalMode, LineStep, StepRole } from '@sillok/schemas/vocabulary/line';
import { personAgent } from './agents-of.ts';
import { type Describing, type ItemToDescribe, ruleAt } from './describing.ts';
import { lastOfType } from './events-of-type.ts';
import { openedText } from './opened-values.ts';

interface Kind {
  readonly type: string;
  readonly role: ErmsRole;
  readonly mark: StepRole;
}

const kinds: ReadonlyMap<string, Kind> = new Map([
  [submissionSigned.type, { type: 'drafted', role: 'drafter', mark: 'drafter' }],
  [documentReviewed.type, { type: 'reviewed', role: 'reviewer', mark: 'reviewer' }],
  [concurrenceGiven.type, { type: 'concurred', role: 'concurring', mark: 'concurring-officer' }],
  [
    concurrenceGivenWithDissent.type,
    { type: 'concurred-with-dissent', role: 'concurring', mark: 'concurring-officer' },
  ],
  [documentReturned.type, { type: 'returned', role: 'reviewer', mark: 'reviewer' }],
  [documentApproved.type, { type: 'approved', role: 'approver', mark: 'approver' }],
]);

const approvals: Readonly<Record<ApprovalMode, string>> = {
  own: 'approved',
  delegated: 'approved-by-delegation',
  proxy: 'approved-for-absent',
  'proxy-of-delegate': 'approved-by-delegation-for-absent',
};

const act = stepAct.extend({ mode: documentApproved.data.shape.mode.optional() });

/** The signed acts of the line (결재선) in the order in which they were done, each by whom it was then. */
export function describeLine(describing: Describing, item: ItemToDescribe): readonly ErmsAction[] {
  const { events } = item.history;
  const opening = lastOfType(events, caseOpened)?.data;
  return events.flatMap((event) => {
    const kind = kinds.get(event.type);
    return kind === undefined ? [] : [actionOf(describing, item, { event, kind, opening })];
  });
}

interface Step {
  readonly event: RecordedEvent;
  readonly kind: Kind;
  readonly opening: { readonly line: readonly LineStep[]; readonly classification: { language: string } } | undefined;
}

function actionOf(describing: Describing, item: ItemToDescribe, { event, kind, opening }: Step): ErmsAction {
  const { step, personId, mode } = act.parse(event.data);
  const at = event.envelope.recordedAt;
  const own = opening?.line.find((one) => one.step === step);
  const marks = ruleAt(describing, at, (pack) => pack.marks)?.rule;
  const word = Object.entries(marks ?? {}).find(([language]) => language === opening?.classification.language)?.[1];
  const opinion = openedText(item.history, event.envelope, 'opinion');
  const said = [word?.roles[kind.mark] ?? kind.type, own?.position].filter((part) => part !== undefined).join(' ');
  return {
    type: mode === undefined ? kind.type : approvals[mode],
    text: opinion === undefined ? said : `${said}: ${opinion}`,
    at,
    agent: personAgent(describing, kind.role, { personId, unitId: own?.unitId, at }),
  };
}
