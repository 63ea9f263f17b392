import { describe, expect, it } from 'vitest';
import { describeFolder, folderDublinCore, folderFacts } from './describe-folder.ts';
import { describeItem } from './describe-item.ts';
import { describing, established, folder, folderId, historyOf, itemOf } from './history-fixtures.ts';

describe('the description of a folder', () => {
  it('gives its path down to the unit task, and its time as it was counted at the closing', () => {
    const facts = folderFacts(historyOf(...folder('10', '2036-12-31')));
    expect(describeFolder(describing(), facts)).toEqual({
      id: folderId,
      title: '2026년 정보공개',
      classification: [
        { code: '정부혁신', title: '정부혁신' },
        { code: 'DISC-01', title: '정보공개 제도 운영' },
      ],
      status: 'closed',
      openedOn: '2026-01-01',
      closedOn: '2026-12-31',
      disposal: {
        retention: '10',
        period: 'P10Y',
        description: '10년',
        action: 'review',
        mandate: '공공기록물 관리에 관한 법률 시행령 26①',
        start: '2027-01-01',
        end: '2036-12-31',
      },
      agents: [{ role: 'responsible-unit', id: 'unit-division', name: '정보공개정책과', organisation: '행정안전부' }],
    });
  });

  it('counts no years of what is kept for ever', () => {
    const facts = folderFacts(historyOf(...folder('permanent', null)));
    const { disposal } = describeFolder(describing(), facts);
    expect(disposal).toMatchObject({ retention: 'permanent', description: '영구', action: 'transfer' });
    expect(Object.keys(disposal ?? {})).not.toEqual(expect.arrayContaining(['period']));
    expect(disposal?.end).toBeUndefined();
  });

  it('is told in Dublin Core with its records and their classes', () => {
    const facts = folderFacts(historyOf(...folder('10', '2036-12-31')));
    const record = describeItem(describing(), itemOf(historyOf(...established())));
    expect(folderDublinCore(describing(), facts, [record])).toMatchObject({
      title: '2026년 정보공개',
      creator: ['행정안전부', '정보공개정책과'],
      date: ['2026-01-01/2026-12-31'],
      relation: [record.id],
      rights: ['closed'],
    });
  });
});
