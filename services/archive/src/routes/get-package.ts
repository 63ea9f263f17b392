import { defineRoute, file } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { packageParams } from '@sillok/schemas/api/archive/submission';
import type { ArchiveContext } from '../context.ts';
import { fileOfPackage } from '../reading/reading-submission.ts';
import { readers } from './archive-roles.ts';

export function getPackageRoute(context: ArchiveContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/packages/:packageId/package.zip',
    operationId: 'GetPackage',
    summary: 'The archival package (E-ARK AIP) as it lies in the store',
    tag: 'archive',
    access: 'signed-in',
    roles: readers,
    params: packageParams,
    response: 'file',
    async handle(request) {
      const name = fileOfPackage(context, request.params.packageId);
      if (name === undefined) return refuse('not-found', 'packageId');
      return file({ content: await context.packages.get(name), mediaType: 'application/zip', name });
    },
  });
}
