import { appointmentsOf, type DirectoryState, dateAt } from '@sillok/authority';

/** Records officers speak for the records centre, departmental ones for the unit in which they hold the post. */
export function reviewerOf(
  directory: DirectoryState,
  personId: string,
  unitId: string,
  at: string,
): 'unit' | 'records-centre' | undefined {
  const posts = appointmentsOf(directory, personId, dateAt(directory, at));
  if (posts.some((post) => post.roles.includes('records-officer'))) return 'records-centre';
  const ofUnit = posts.filter((post) => post.unitId === unitId);
  return ofUnit.some((post) => post.roles.includes('departmental-records-officer')) ? 'unit' : undefined;
}
