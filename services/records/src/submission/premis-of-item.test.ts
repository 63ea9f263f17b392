import { bytesOf, writePremis } from '@sillok/archival-package';
import { describe, expect, it } from 'vitest';
import { folderFacts } from './describe-folder.ts';
import {
  describing,
  documentId,
  established,
  eventId,
  fileOf,
  folder,
  folderId,
  historyOf,
  itemOf,
  received,
  reviewed,
} from './history-fixtures.ts';
import { premisOfItem } from './premis-of-item.ts';
import { premisOfSubmission } from './premis-of-submission.ts';

const item = () =>
  itemOf(historyOf(...established(), reviewed('partial', ['6'], '2030-05-01')), {
    files: [fileOf('data/document.pdf', { eventId: eventId(4) })],
  });

describe('PREMIS of a record', () => {
  it('can be written, and gives the same bytes of the same history', () => {
    const written = () => Buffer.from(bytesOf(writePremis(premisOfItem(describing(), item())))).toString();
    expect(written()).toBe(written());
    expect(written()).toContain('<premis:originalName>정보공개 청구 결정 통지</premis:originalName>');
    expect(() => bytesOf(writePremis(premisOfItem(describing(), itemOf(historyOf(...received())))))).not.toThrow();
  });

  it('binds a file to the event that speaks of it', () => {
    const { events } = premisOfItem(describing(), item());
    const registered = events.find(({ id }) => id === eventId(4));
    expect(registered?.objects).toEqual([
      { id: documentId, role: 'source' },
      { id: `${documentId}/data/document.pdf`, role: 'outcome' },
    ]);
  });

  it('names people as people, and says by which statute it is not for everybody', () => {
    const { agents, rights } = premisOfItem(describing(), item());
    expect(agents).toContainEqual({ id: 'person-officer', type: 'person', name: 'officer' });
    expect(rights).toEqual([
      expect.objectContaining({
        jurisdiction: 'kr',
        act: 'disclose',
        restriction: 'partial',
        from: '2030-05-01',
        note: expect.stringContaining('개인의 사생활'),
      }),
    ]);
  });
});

describe('who is named in PREMIS', () => {
  it('is the other institution as such, by its name, and none of our services', () => {
    const arrived = received().map((said) => ({ ...said, actor: 'institution:mopa' }));
    const { agents } = premisOfItem(describing(), itemOf(historyOf(...arrived)));
    expect(agents).toEqual([
      { id: 'institution:mopa', type: 'organization', name: 'Ministry of Public Administration' },
    ]);
  });
});

describe('PREMIS of a submission', () => {
  it('tells of the folder, the package and every record in it, and can be written', () => {
    const history = historyOf(...folder('10', '2036-12-31'));
    const told = { transferId: 'transfer-0001', folder: folderFacts(history), history, items: [documentId] };
    const model = premisOfSubmission(describing(), told);
    expect(model.objects.map(({ id }) => id)).toEqual([folderId, 'transfer-0001', documentId]);
    expect(model.agents.at(-1)).toMatchObject({ type: 'software', name: 'Sillok' });
    expect(model.events.at(-1)).toMatchObject({ type: 'information package creation', at: describing().at });
    expect(() => bytesOf(writePremis(model))).not.toThrow();
  });
});
