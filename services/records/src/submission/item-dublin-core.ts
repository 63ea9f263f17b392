import type { DublinCore, ErmsAgent, ErmsRecord } from '@sillok/archival-package';
import type { MeasuredFile } from './describing.ts';

/** One record in simple Dublin Core, for whoever has no other program. */
export function itemDublinCore(record: ErmsRecord, files: readonly MeasuredFile[], folderId: string): DublinCore {
  const named = (...roles: readonly string[]) =>
    record.agents.filter(({ role }) => roles.includes(role)).flatMap(nameOf);
  const signers = record.actions.flatMap(({ agent }) => nameOf(agent));
  const creators = [...named('sender', ...(record.type === 'produced' ? ['responsible-unit'] : []))];
  return {
    title: record.title,
    creator: creators,
    subject: record.keywords,
    ...(record.summary === undefined ? {} : { description: record.summary }),
    contributor: [...new Set(signers)],
    date: record.createdAt === undefined ? [] : [record.createdAt.slice(0, 10)],
    type: record.type === 'scanned' ? 'Image' : 'Text',
    format: [...new Set(files.filter(({ role }) => role === 'document').map(({ mediaType }) => mediaType))],
    identifier: [record.id, ...(record.display === undefined ? [] : [record.display])],
    language: record.language === undefined ? [] : [record.language],
    relation: [folderId],
    rights: record.disclosure === undefined ? [] : [record.disclosure.class],
  };
}

function nameOf({ name }: ErmsAgent): readonly string[] {
  return name === undefined ? [] : [name];
}
