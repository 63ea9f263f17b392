import { specificationOf } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { folderDecider, folderStream } from './decide.ts';

const { given } = specificationOf(folderDecider);
const folder = {
  folderId: 'folder-00001',
  unitId: 'unit-division',
  unitTaskId: 'task-disclosure',
  year: 2026,
  retention: '10',
};
const opened = { type: 'records.FolderOpened.v1', data: folder } as const;
const closed = { type: 'records.FolderClosed.v1', data: { folderId: 'folder-00001', on: '2026-12-31' } } as const;
const open = { type: 'OpenFolder', folder, title: '정보공개 청구 2026' } as const;
const close = { type: 'CloseFolder', folderId: 'folder-00001', on: '2026-12-31' } as const;

describe('folder', () => {
  it('opens once, its title sealed', () => {
    expect(given().when(open)).toEqual([{ ...opened, sealed: { title: '정보공개 청구 2026' } }]);
    expect(given(opened).when(open)).toEqual(refuse('already-exists', 'folderId'));
    expect(given(opened, closed).when(open)).toEqual(refuse('already-exists', 'folderId'));
  });

  it('closes once, and only if it is there', () => {
    expect(given(opened).when(close)).toEqual([closed]);
    expect(given(opened, closed).when(close)).toEqual(refuse('folder-closed', 'folderId'));
    expect(given().when(close)).toEqual(refuse('folder-unknown', 'folderId'));
  });

  it('has a stream of its own', () => {
    expect(folderStream('folder-00001')).toBe('folder-folder-00001');
  });
});
