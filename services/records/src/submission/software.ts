/** What a package says it was made by. */
export const software = { name: 'Sillok', version: '0.1.0' } as const;
