import { describe, expect, it } from 'vitest';
import { describeItem } from './describe-item.ts';
import { describing, established, fileOf, historyOf, itemOf, received, reviewed, scanned } from './history-fixtures.ts';

const own = () => itemOf(historyOf(...established()));

describe('the description of a record', () => {
  it('gives number, register, title and times as the events said them', () => {
    expect(describeItem(describing(), own())).toMatchObject({
      title: '정보공개 청구 결정 통지',
      type: 'produced',
      display: '정보공개정책과-7',
      number: 7,
      register: 'division/2026/register',
      language: 'ko',
      direction: 'outgoing',
      createdAt: '2026-03-02T11:00:00.000+09:00',
      registeredAt: '2026-03-02T11:00:01.000+09:00',
    });
  });

  it('tells the line by whoever acted, in which place, with the words of the pack and the opinion', () => {
    const agent = { organisation: '행정안전부', unit: '정보공개정책과' };
    expect(describeItem(describing(), own()).actions).toEqual([
      {
        type: 'drafted',
        text: '기안 주무관',
        at: '2026-03-02T10:00:00.000+09:00',
        agent: { ...agent, role: 'drafter', id: 'person-officer', name: 'officer' },
      },
      {
        type: 'approved-for-absent',
        text: '결재 과장: 신속히 처리할 것',
        at: '2026-03-02T11:00:00.000+09:00',
        agent: { ...agent, role: 'approver', id: 'person-second', name: 'second' },
      },
    ]);
  });

  it('names drafter and approver among the agents of the record, each once', () => {
    const { agents } = describeItem(describing(), own());
    const people = agents.filter(({ id }) => id?.startsWith('person-'));
    expect(people.map(({ role, name }) => [role, name])).toEqual([
      ['drafter', 'officer'],
      ['approver', 'second'],
    ]);
  });

  it('names nobody whose name was destroyed', () => {
    const context = describing();
    const { persons } = context.directory;
    persons.set('person-officer', { personId: 'person-officer', subject: 'officer', name: undefined });
    const [drafted] = describeItem(context, own()).actions;
    expect(drafted?.agent).toEqual({
      role: 'drafter',
      id: 'person-officer',
      organisation: '행정안전부',
      unit: '정보공개정책과',
    });
  });

  it('says who may see it as it came into being, with the words of the ground', () => {
    const { disclosure, reviewedOn } = describeItem(describing(), own());
    expect(disclosure).toEqual({
      class: 'closed',
      grounds: [{ code: '5', citation: '공공기관의 정보공개에 관한 법률 9① (5): 감사·시험·의사결정 과정' }],
    });
    expect(reviewedOn).toBeUndefined();
  });

  it('says who may see it as the last review left it', () => {
    const reviews = [reviewed('partial', ['6'], '2030-05-01'), reviewed('open', [], '2031-05-02')];
    const item = itemOf(historyOf(...established(), ...reviews));
    expect(describeItem(describing(), item)).toMatchObject({
      disclosure: { class: 'open', grounds: [] },
      reviewedOn: '2031-05-02',
    });
  });

  it('lists each file with its format, and which of them are signed', () => {
    const sheet = { role: 'attachment', mediaType: 'text/csv', originalName: '표.csv', format: undefined } as const;
    const files = [fileOf('data/document.pdf'), fileOf('data/attachments/01-표.csv', sheet)];
    expect(describeItem(describing(), { ...own(), files }).components).toEqual([
      {
        name: 'document.pdf',
        path: 'data/document.pdf',
        fileFormat: 'fmt/476',
        description: 'document',
        isSigned: true,
      },
      { name: '표.csv', path: 'data/attachments/01-표.csv', fileFormat: 'text/csv', description: 'attachment' },
    ]);
  });

  it('tells of a received document who sent it and when it took effect, and of no class that nobody gave it', () => {
    const record = describeItem(describing(), itemOf(historyOf(...received())));
    expect(record).toMatchObject({
      type: 'received',
      direction: 'incoming',
      title: 'A question',
      senderNumber: 'MOPA-12',
      createdAt: '2026-03-03T09:00:05.000+09:00',
      sentAt: '2026-03-03T09:00:00.000+09:00',
    });
    expect(record.agents).toContainEqual({ role: 'sender', id: 'mopa', name: 'Ministry of Public Administration' });
    expect(record.disclosure).toBeUndefined();
  });

  it('tells of a scanned letter its writer, who scanned it, and where the paper lies', () => {
    const files = [fileOf('data/scan.tif', { mediaType: 'image/tiff' })];
    const record = describeItem(describing(), itemOf(historyOf(...scanned()), { files }));
    expect(record).toMatchObject({ type: 'scanned', createdAt: '2026-03-05', physicalLocations: ['B-12'] });
    expect(record.agents.map(({ role, name }) => [role, name])).toEqual([
      ['sender', '홍길동'],
      ['scanner', 'officer'],
      ['receiving-unit', '정보공개정책과'],
    ]);
    expect(record.actions).toMatchObject([
      { type: 'scanned', at: '2026-03-05T12:00:00.000+09:00', agent: { id: 'person-officer', unit: '정보공개정책과' } },
    ]);
    expect(record.disclosure?.class).toBe('closed');
    expect(record.signatures).toEqual([]);
  });

  it('names the transfer from which it was returned', () => {
    const { relations } = describeItem(describing({ previousTransferId: 'transfer-0000' }), own());
    expect(relations).toEqual([{ kind: 'returned-earlier', target: 'transfer-0000' }]);
  });

  it('refuses what was never registered', () => {
    const item = itemOf(historyOf(...established().slice(0, 4)));
    expect(() => describeItem(describing(), item)).toThrow(expect.objectContaining({ code: 'EVENT_MALFORMED' }));
  });
});
