import type { ProfileVersion } from '../finding.ts';
import { attributeOf, childOf, type MetsElement } from '../mets/mets-element.ts';
import { shown } from './checks.ts';
import type { Rule } from './rule.ts';

export type PackageKind = 'SIP' | 'AIP' | 'DIP';

const dashed = (version: ProfileVersion) => version.replaceAll('.', '-');

/** The values of `mets/@PROFILE` by the profiles' own words; the first is the one to write. */
const profiles: Readonly<Record<PackageKind, (version: ProfileVersion) => readonly string[]>> = {
  SIP: (version) => {
    const plain = 'https://earksip.dilcis.eu/profile/E-ARK-SIP.xml';
    const numbered = `https://earksip.dilcis.eu/profile/E-ARK-SIP-v${dashed(version)}.xml`;
    return version === '2.2.0' ? [numbered] : [plain, numbered];
  },
  // AIPM2 prints the host of the DIP profile; the profile's own address has the host of the AIP.
  AIP: (version) => [
    `https://earkdip.dilcis.eu/profile/E-ARK-AIP-v${dashed(version)}.xml`,
    `https://earkaip.dilcis.eu/profile/E-ARK-AIP-v${dashed(version)}.xml`,
  ],
  DIP: (version) => [
    'https://earkdip.dilcis.eu/profile/E-ARK-DIP.xml',
    `https://earkdip.dilcis.eu/profile/E-ARK-DIP-v${dashed(version)}.xml`,
  ],
};

/** `mets/@PROFILE` of what we write, 2.2.0. A representation's METS follows CSIP alone. */
export function profileToWrite(kind: PackageKind | 'CSIP'): string {
  if (kind === 'CSIP') return 'https://earkcsip.dilcis.eu/profile/E-ARK-CSIP-v2-2-0.xml';
  return profiles[kind]('2.2.0')[0] ?? '';
}

export function isProfileOf(kind: PackageKind): Rule['check'] {
  return (root, { version }) => {
    const found = attributeOf(root, 'PROFILE');
    const allowed = profiles[kind](version);
    return allowed.includes(found) ? undefined : `@PROFILE is "${shown(found)}"; it must be "${allowed[0]}"`;
  };
}

/** What the package says it is: by the profile it names, or else by its OAIS type; so each can be found wrong by the other. */
export function kindsOf(root: MetsElement): ReadonlySet<PackageKind> {
  const header = childOf(root, 'metsHdr');
  const type = header === undefined ? '' : attributeOf(header, 'csip:OAISPACKAGETYPE');
  const profile = /E-ARK-(SIP|AIP|DIP)\b/.exec(attributeOf(root, 'PROFILE'))?.[1];
  const said = profile ?? type;
  return new Set((['SIP', 'AIP', 'DIP'] as const).filter((kind) => kind === said));
}
