import { appointmentsOf, type DirectoryState, dateAt } from '@sillok/authority';

/** Records officers keep the folders of every unit, departmental ones those of the unit in which they hold the post. */
export function mayKeepFolders(directory: DirectoryState, personId: string, unitId: string, at: string): boolean {
  return appointmentsOf(directory, personId, dateAt(directory, at)).some(
    (post) =>
      post.roles.includes('records-officer') ||
      (post.roles.includes('departmental-records-officer') && post.unitId === unitId),
  );
}
