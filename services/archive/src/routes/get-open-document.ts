import { defineRoute, file } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { descriptionParams } from '@sillok/schemas/api/archive/description';
import type { ArchiveContext } from '../context.ts';
import { documentInPackage } from '../reading/document-in-package.ts';
import { openDocumentOf } from '../reading/reading-open.ts';

type Reading = Pick<ArchiveContext, 'openRecords' | 'submissions' | 'packages'>;

export function getOpenDocumentRoute(context: Reading) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/open/descriptions/:descriptionId/document.pdf',
    operationId: 'GetOpenDocument',
    summary: 'The document of an open item, as it lies in its archival package',
    tag: 'archive',
    access: 'public',
    params: descriptionParams,
    response: 'file',
    async handle({ params }) {
      const open = openDocumentOf(context.openRecords.db, params.descriptionId);
      const name = open && packageFileOf(context, open.packageId);
      if (open === undefined || name === undefined) return refuse('not-found', 'descriptionId');
      const found = await documentInPackage(await context.packages.placeOf(name), open.documentId);
      if (found === undefined) return refuse('not-found', 'descriptionId');
      const { content, mediaType, ending } = found;
      return file({ content, mediaType, name: `${open.referenceCode.replaceAll('/', '-')}.${ending}` });
    },
  });
}

function packageFileOf({ submissions }: Reading, packageId: string): string | undefined {
  const sql = 'SELECT package_file FROM submission WHERE package_id = ?';
  const found = submissions.db.prepare(sql).get(packageId)?.['package_file'];
  return typeof found === 'string' ? found : undefined;
}
