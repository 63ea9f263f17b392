export const metsNamespace = 'http://www.loc.gov/METS/';

const prefixes = new Map([
  ['', ''],
  ['http://www.w3.org/1999/xlink', 'xlink:'],
  ['https://DILCIS.eu/XML/METS/CSIPExtensionMETS', 'csip:'],
  ['https://DILCIS.eu/XML/METS/SIPExtensionMETS', 'sip:'],
]);

/** What rules call an attribute, whatever prefix the document chose. */
export function attributeName(uri: string, local: string): string {
  const prefix = prefixes.get(uri);
  return prefix === undefined ? `{${uri}}${local}` : `${prefix}${local}`;
}
