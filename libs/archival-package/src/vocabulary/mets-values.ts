/** Closed lists of the METS schema 1.12. */
export const agentRoles = new Set([
  'CREATOR',
  'EDITOR',
  'ARCHIVIST',
  'PRESERVATION',
  'DISSEMINATOR',
  'CUSTODIAN',
  'IPOWNER',
  'OTHER',
]);

export const agentTypes = new Set(['INDIVIDUAL', 'ORGANIZATION', 'OTHER']);

export const locatorTypes = new Set(['ARK', 'URN', 'URL', 'PURL', 'HANDLE', 'DOI', 'OTHER']);

export const metadataTypes = new Set([
  'MARC',
  'MODS',
  'EAD',
  'DC',
  'NISOIMG',
  'LC-AV',
  'VRA',
  'TEIHDR',
  'DDI',
  'FGDC',
  'LOM',
  'PREMIS',
  'PREMIS:OBJECT',
  'PREMIS:AGENT',
  'PREMIS:RIGHTS',
  'PREMIS:EVENT',
  'TEXTMD',
  'METSRIGHTS',
  'ISO 19115:2003 NAP',
  'EAC-CPF',
  'LIDO',
  'OTHER',
]);

export const checksumTypes = new Set([
  'Adler-32',
  'CRC32',
  'HAVAL',
  'MD5',
  'MNP',
  'SHA-1',
  'SHA-256',
  'SHA-384',
  'SHA-512',
  'TIGER',
  'WHIRLPOOL',
]);
