import { createHash } from 'node:crypto';
import { readStatement } from '@sillok/evidence';
import { readAsic } from '@sillok/exchange-container';
import type { Route } from '@sillok/http-service';
import {
  actAnswer,
  caseAnswer,
  editAnswer,
  inboxAnswer,
  statementAnswer,
  textAnswer,
} from '@sillok/schemas/api/approval/case';
import { documentApproved } from '@sillok/schemas/events/approval/document-approved';
import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../infra/sillok/src/composition/all-events.ts';
import type { LetterInFolder } from '../../infra/sillok/src/life/letter.ts';
import { liveLetter, signStep } from '../../infra/sillok/src/life/live-letter.ts';
import { type House, openHouse, until } from './support/house.ts';
import { longLetter, memo } from './support/story.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.leave());

const munhwa = () => house.client('munhwa');
const caseOf = (person: string, documentId: string) =>
  munhwa().ask(person, `/api/approval/cases/${documentId}`, caseAnswer);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function inReview(documentId: string, person: string, version = 1) {
  return until(
    () => caseOf(person, documentId).catch(() => undefined),
    (one) => one?.status === 'in-review' && one.version === version,
  );
}

/** Drafted and submitted; nobody has signed. */
async function submitted(letter: LetterInFolder) {
  const { documentId, line } = await house.live(letter, 1);
  await inReview(documentId, letter.drafter);
  return { documentId, line, people: line.map(({ personId }) => personId) };
}

async function inboxesWith(documentId: string, people: readonly string[]) {
  const holders: string[] = [];
  for (const person of people) {
    const { items } = await munhwa().ask(person, '/api/approval/inbox', inboxAnswer);
    if (items.some((one) => one.documentId === documentId)) holders.push(person);
  }
  return holders;
}

test('row 5: shows the document in the inbox of the step that is to act, and in no other', async () => {
  const { documentId, line, people } = await submitted(longLetter('순서대로'));
  expect(line.map(({ role }) => role)).toEqual(['drafter', 'reviewer', 'concurring-officer', 'approver']);
  const decisions = ['submitted', 'reviewed', 'concurred', 'approved'] as const;
  for (const [index, decision] of decisions.entries()) {
    const person = people[index] ?? '';
    expect(await inboxesWith(documentId, people)).toEqual([person]);
    const early = people[index + 1];
    if (early !== undefined) {
      const path = `/api/approval/cases/${documentId}/statements`;
      const answer = await house.person(early).post(path, { decision: decisions[index + 1] });
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-the-step-person' } });
    }
    await signStep(munhwa(), person, documentId, decision);
  }
  expect(await inboxesWith(documentId, people)).toEqual([]);
});

test('row 9: keeps each version with its author, its paper by its digest, and the change between two', async () => {
  const { documentId, people } = await submitted(longLetter('처음 제목'));
  const [drafter = '', reviewer = ''] = people;
  await signStep(munhwa(), drafter, documentId, 'submitted');
  const path = `/api/approval/cases/${documentId}`;
  const textOf = (version: number) => munhwa().ask(reviewer, `${path}/text?version=${version}`, textAnswer);
  const written = [await textOf(1)];
  for (const version of [2, 3]) {
    const { version: _, previous: __, attachments: ___, ...text } = written.at(-1) ?? (await textOf(1));
    const edited = { ...text, title: `고친 제목 ${version}` };
    const order = { text: edited };
    expect((await munhwa().tell(reviewer, `${path}/versions`, order, editAnswer)).version).toBe(version);
    written.push({ ...edited, attachments: [], version });
    await inReview(documentId, reviewer, version);
  }
  await signStep(munhwa(), reviewer, documentId, 'reviewed');
  await signStep(munhwa(), people[2] ?? '', documentId, 'concurred');
  await signStep(munhwa(), people[3] ?? '', documentId, 'approved');

  const { versions } = await caseOf(drafter, documentId);
  expect(versions.map(({ version, author }) => [version, author])).toEqual([
    [1, drafter],
    [2, reviewer],
    [3, reviewer],
  ]);
  expect(new Set(versions.map((one) => one.paperSha256)).size).toBe(3);
  for (const { version, paperSha256 } of versions) {
    expect(sha256(await munhwa().fetch(drafter, `${path}/paper.pdf?version=${version}`))).toBe(paperSha256);
    const { previous, ...text } = await textOf(version);
    expect(text).toEqual(withoutPrevious(written[version - 1]));
    expect(previous).toEqual(version === 1 ? undefined : withoutVersion(written[version - 2]));
  }
});

function withoutPrevious({ previous: _, ...text }: { previous?: unknown } = {}) {
  return text;
}

function withoutVersion({ previous: _, version: __, ...text }: { previous?: unknown; version?: unknown } = {}) {
  return text;
}

test('row 10: returns with a reason only, lets nobody sign what was returned, and ties the redraft to it', async () => {
  const letter = memo('munhwa', '돌려보낼 문서');
  const { documentId, people } = await submitted(letter);
  const [drafter = '', approver = ''] = people;
  await signStep(munhwa(), drafter, documentId, 'submitted');
  const path = `/api/approval/cases/${documentId}`;
  const prepare = (decision: string, opinion?: string) =>
    munhwa().tell(approver, `${path}/statements`, { decision, ...(opinion && { opinion }) }, statementAnswer);
  const act = ({ statementId, challenge }: { statementId: string; challenge: string }) =>
    house.person(approver).post(`${path}/acts`, { statementId, confirmed: challenge });

  const silent = await prepare('returned');
  expect(await act(silent)).toMatchObject({ status: 422, body: { code: 'reason-required', field: 'opinion' } });
  const approval = await prepare('approved');
  expect(await act(await prepare('returned', '예산 근거가 없습니다.'))).toMatchObject({ status: 200 });

  expect(await act(approval)).toMatchObject({ status: 409, body: { code: 'case-not-open' } });
  for (const person of people) {
    const answer = await house.person(person).post(`${path}/statements`, { decision: 'approved' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'case-not-open' } });
  }
  const returned = await caseOf(drafter, documentId);
  expect(returned).toMatchObject({ status: 'returned', number: null, pendingStep: null });
  expect(returned.acts.at(-1)).toMatchObject({ decision: 'returned', opinion: '예산 근거가 없습니다.' });

  const redraft = await redraftOf(letter, documentId);
  const again = await inReview(redraft, drafter);
  expect(again).toMatchObject({ redraftOf: documentId, acts: [], pendingStep: 1 });
});

/** Lives the letter to its submission, begun as a redraft. */
async function redraftOf(letter: LetterInFolder, documentId: string): Promise<string> {
  const client = {
    ...munhwa(),
    tell: ((person, path, body, schema, key) => {
      const order = path === '/api/drafting/drafts' ? { ...Object(body), redraftOf: documentId } : body;
      return munhwa().tell(person, path, order, schema, key);
    }) satisfies ReturnType<typeof munhwa>['tell'],
  };
  return (await liveLetter(client, letter, { unitId: 'munhwa-policy', stopBefore: 1 })).documentId;
}

test('row 15: a document comes into being with its approval, and the paper that was signed is the one that is kept', async () => {
  const letter = memo('munhwa', '성립');
  const { documentId, line } = await house.live(letter);
  const record = await house.sealed(letter, documentId);
  const store = house.country.institutions.find(({ id }) => id === 'munhwa')?.log.store;
  const events = [];
  for await (const stored of store?.readStream(`approval_case-${documentId}`) ?? [])
    events.push(catalogue.decode(stored));
  const approved = events.find((event) => event.type === documentApproved.type);
  const established = events.find((event) => event.type === documentEstablished.type);
  const { at } = documentEstablished.data.parse(established?.data);
  expect(established?.envelope).toMatchObject({
    recordedAt: approved?.envelope.recordedAt,
    revision: (approved?.envelope.revision ?? 0) + 1,
    commandId: approved?.envelope.commandId,
  });
  expect(record.establishedAt).toBe(at);

  const { files } = await readAsic(
    await munhwa().fetch(letter.drafter, `/api/records/records/${documentId}/evidence.asice`),
  );
  const statements = files.flatMap(({ name, bytes }) =>
    /^statements\/.*\.json$/.test(name) ? [readStatement(bytes)] : [],
  );
  expect(statements.map((one) => one?.decision)).toEqual(['submitted', 'approved']);
  const claimed = statements.at(-1)?.claimedAt ?? '';
  expect([at, approved?.envelope.recordedAt, claimed].toSorted()).toEqual([claimed, at, approved?.envelope.recordedAt]);
  const paper = await munhwa().fetch(letter.drafter, `/api/approval/cases/${documentId}/paper.pdf`);
  expect(statements.map((one) => one?.paper)).toEqual(line.map(() => ({ sha256: sha256(paper), bytes: paper.length })));
  const copy = await munhwa().fetch(letter.drafter, `/api/records/records/${documentId}/document.pdf`);
  expect(Buffer.from(copy.subarray(0, paper.length)).equals(paper)).toBe(true);
});

test('row 17: nobody changes an established document by any command, the records officer and auditor included', async () => {
  const letter = memo('munhwa', '바뀌지 않는 문서');
  const { documentId, line } = await house.live(letter, 2);
  const approver = line[1]?.personId ?? '';
  const path = `/api/approval/cases/${documentId}/statements`;
  const spare = await munhwa().tell(approver, path, { decision: 'approved' }, statementAnswer);
  await signStep(munhwa(), approver, documentId, 'approved');
  const record = await house.sealed(letter, documentId);
  const text = await munhwa().ask(letter.drafter, `/api/approval/cases/${documentId}/text`, textAnswer);
  const { version: _, attachments: __, ...edited } = { ...text, title: '바뀐 문서' };
  const bodies: Readonly<Record<string, unknown>> = {
    SaveDraft: { classification: letter.classification, text: edited },
    AddAttachment: new TextEncoder().encode('%PDF-1.7'),
    RemoveAttachment: undefined,
    DiscardDraft: undefined,
    SubmitDraft: {},
    PrepareStatement: { decision: 'approved' },
    ActOnStep: { statementId: spare.statementId, confirmed: spare.challenge },
    ModifyInReview: { text: edited },
    WithdrawSubmission: undefined,
    PrepareDispatch: { recipientId: 'mopa' },
    DistributePaper: { unitId: 'munhwa-policy' },
    ReceivePaper: { folderId: record.folderId, disclosure: letter.classification.disclosure },
  };
  const changing = changingRoutes();
  expect(changing.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(bodies).toSorted());

  for (const person of [...line.map(({ personId }) => personId), 'munhwa-archivist', 'munhwa-disclosure-officer']) {
    for (const route of changing) {
      const answer = await send(person, route, documentId, bodies[route.operationId]);
      // The statement that the approver still holds is no more to others than one that does not exist.
      const isForeign = route.operationId === 'ActOnStep' && person !== approver;
      expect(answer, `${route.operationId} by ${person}`).toMatch(isForeign ? notTheirs : refused);
    }
  }
  expect(await house.sealed(letter, documentId)).toEqual(record);
  const review = { disclosure: { class: 'closed', grounds: ['5'] }, reason: '재분류' };
  const reviewed = await house.person('munhwa-archivist').post(`${recordPath(documentId)}/disclosure-review`, review);
  expect(reviewed.status).toBe(200);
  const { classification, recordCopySha256 } = await house.sealed(letter, documentId);
  expect({ classification, recordCopySha256 }).toEqual({
    classification: record.classification,
    recordCopySha256: record.recordCopySha256,
  });
  const after = await munhwa().ask(letter.drafter, `/api/approval/cases/${documentId}/text`, textAnswer);
  expect(after).toEqual(text);
});

const refused =
  /^(409 (draft-already-submitted|already-established)|403 not-(the-drafter|permitted)|404 not-found|422 form-not-dispatched)$/;
const recordPath = (documentId: string) => `/api/records/records/${documentId}`;
const notTheirs = /^(422 statement-unknown|404 not-found)$/;

/** Commands that say something about a record, and leave the document as it is. */
const saidAbout = ['KeepItemLonger', 'ReviewDisclosure'];

/** Every command that names a document of ours, as the institution itself lists them. */
function changingRoutes(): readonly Route[] {
  const [{ routes } = { routes: [] }] = house.country.institutions.filter(({ id }) => id === 'munhwa');
  return routes.filter(
    ({ method, url, operationId }) =>
      method !== 'GET' &&
      url.includes(':documentId') &&
      !url.includes('/incoming/') &&
      !saidAbout.includes(operationId),
  );
}

async function send(person: string, { method, url, operationId }: Route, documentId: string, body: unknown) {
  const path = url.replace(':documentId', documentId).replace(':attachmentId', documentId);
  const query = operationId === 'AddAttachment' ? '?name=new.pdf&mediaType=application/pdf' : '';
  const client = house.person(person);
  const answer = await (method === 'DELETE' ? client.delete(path) : client.post(`${path}${query}`, body));
  return `${answer.status} ${Object(answer.body).code}`;
}

test('answers a repeated approval with the number of the first, also when both come at once', async () => {
  const { documentId, people } = await submitted(memo('munhwa', '두 번 눌린 결재'));
  const [drafter = '', approver = ''] = people;
  await signStep(munhwa(), drafter, documentId, 'submitted');
  const path = `/api/approval/cases/${documentId}`;
  const order = { decision: 'approved' };
  const { statementId, challenge } = await munhwa().tell(approver, `${path}/statements`, order, statementAnswer);
  const body = { statementId, confirmed: challenge };
  const press = () => munhwa().tell(approver, `${path}/acts`, body, actAnswer, 'pressed');
  const answers = await Promise.all([press(), press(), press()]);
  answers.push(await press());
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.number).toMatch(/^기록정책과-\d+$/);
});
