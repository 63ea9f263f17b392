/** Who sees what came in, and who only looks whether all is well. */
export const readers = ['archivist', 'archives-head', 'auditor'];
