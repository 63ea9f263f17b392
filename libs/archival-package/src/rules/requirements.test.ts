import { describe, expect, it } from 'vitest';
import type { ProfileVersion } from '../finding.ts';
import { samplePackage } from '../testing/sample-package.ts';
import { zipped } from '../testing/write-container.ts';
import { validatePackage } from '../validate-package.ts';

type Change = (mets: string) => string;

const swap =
  (from: string | RegExp, to: string): Change =>
  (mets) => {
    const changed = mets.replace(from, to);
    if (changed === mets) throw new Error(`the sample has no ${from}`);
    return changed;
  };

/** Inside the section of that name only. */
const within =
  (section: RegExp, from: string | RegExp, to: string): Change =>
  (mets) =>
    mets.replace(section, (text) => swap(from, to)(text));

const dmd = /<dmdSec[\s\S]*?<\/dmdSec>/;
const prov = /<digiprovMD[\s\S]*?<\/digiprovMD>/;
const rights = /<rightsMD[\s\S]*?<\/rightsMD>/;
const schema = /<file ID="group-schemas-0"[\s\S]*?<\/file>/;
const software = /<agent ROLE="CREATOR" TYPE="OTHER"[\s\S]*?<\/agent>/;
const archivist = /<agent ROLE="ARCHIVIST"[\s\S]*?<\/agent>/;
const submitter = /<agent ROLE="CREATOR" TYPE="ORGANIZATION"[\s\S]*?<\/agent>/;
const contact = /<agent ROLE="CREATOR" TYPE="INDIVIDUAL"[\s\S]*?<\/agent>/;
const preserver = /<agent ROLE="PRESERVATION"[\s\S]*?<\/agent>/;

/** The nine requirements on a reference to metadata. */
function referenceCases(first: number, section: RegExp): readonly (readonly [string, Change])[] {
  const changes: readonly Change[] = [
    within(section, 'LOCTYPE="URL"', 'LOCTYPE="OTHER"'),
    within(section, 'xlink:type="simple"', ''),
    within(section, /xlink:href="[^"]*"/, ''),
    within(section, /MDTYPE="\w+"/, 'MDTYPE="WORD"'),
    within(section, 'application/xml', 'xml'),
    within(section, /SIZE="\d+"/, 'SIZE="1"'),
    within(section, /(mdRef.*)CREATED="[^"]*"/, '$1CREATED="yesterday"'),
    within(section, /CHECKSUM="\w+"/, `CHECKSUM="${'0'.repeat(64)}"`),
    within(section, / CHECKSUMTYPE="SHA-256"/, ''),
  ];
  return changes.map((change, index) => [`CSIP${first + index}`, change]);
}

const cases: readonly (readonly [id: string, change: Change, version?: ProfileVersion])[] = [
  ['CSIP1', swap(' OBJID="sample-package"', '')],
  ['CSIP1', swap(' OBJID="sample-package"', ' OBJID="another"')],
  ['CSIP2', swap(' TYPE="Mixed"', ' TYPE=""')],
  ['CSIP2', swap(' TYPE="Mixed"', ' TYPE="OTHER"')],
  ['CSIP3', swap(' TYPE="Mixed"', ' TYPE="Mixed" csip:OTHERTYPE="Letters"')],
  ['CSIP3', swap(' TYPE="Mixed"', ' TYPE="OTHER" csip:OTHERTYPE="Datasets"')],
  ['CSIP4', swap('csip:CONTENTINFORMATIONTYPE="MIXED" LABEL', 'csip:CONTENTINFORMATIONTYPE="Letters" LABEL')],
  ['CSIP5', swap('csip:CONTENTINFORMATIONTYPE="MIXED" LABEL', 'csip:CONTENTINFORMATIONTYPE="OTHER" LABEL')],
  ['CSIP5', swap(' LABEL="A', ' csip:OTHERCONTENTINFORMATIONTYPE="x" LABEL="A')],
  ['CSIP6', swap(/PROFILE="[^"]*"/, 'PROFILE=""')],
  ['CSIP7', swap(/CREATEDATE="[^"]*"/, 'CREATEDATE="2026-02-30T00:00:00Z"')],
  ['CSIP8', swap(/LASTMODDATE="[^"]*"/, 'LASTMODDATE="2020-01-01T00:00:00Z"')],
  ['CSIP9', swap('csip:OAISPACKAGETYPE="SIP"', 'csip:OAISPACKAGETYPE="ZIP"')],
  ['CSIP10', swap(/<agent[\s\S]*<\/agent>/, '')],
  ['CSIP11', within(software, 'CREATOR', 'EDITOR')],
  ['CSIP12', within(software, ' TYPE="OTHER"', '')],
  ['CSIP13', within(software, 'SOFTWARE"', 'PROGRAM"')],
  ['CSIP14', within(software, 'Sillok', ' ')],
  ['CSIP15', within(software, '</note>', '</note><note>again</note>')],
  ['CSIP16', within(software, 'SOFTWARE VERSION', 'IDENTIFICATIONCODE')],
  ['CSIP17', swap(dmd, '')],
  ['CSIP18', within(dmd, / ID="[^"]*"/, ' ID="1-dmd"')],
  ['CSIP19', within(dmd, / CREATED="[^"]*"/, '')],
  ['CSIP20', within(dmd, 'CURRENT', 'OLD')],
  ['CSIP21', within(dmd, /<mdRef[^>]*>/, '')],
  ...referenceCases(22, dmd),
  ['CSIP31', swap(/<amdSec>[\s\S]*<\/amdSec>/, '')],
  ['CSIP31', swap('</amdSec>', '</amdSec><amdSec/>')],
  ['CSIP32', swap(prov, '')],
  ['CSIP33', within(prov, / ID="[^"]*"/, '')],
  ['CSIP34', within(prov, ' STATUS="CURRENT"', '')],
  ['CSIP35', within(prov, /<mdRef[^>]*>/, '')],
  ...referenceCases(36, prov),
  ['CSIP45', swap(rights, '')],
  ['CSIP46', within(rights, /ID="[^"]*"/, 'ID="sample-package-dmd"')],
  ['CSIP47', within(rights, 'CURRENT', '')],
  ['CSIP48', within(rights, /<mdRef[^>]*>/, '')],
  ...referenceCases(49, rights),
  ['CSIP58', swap(/<fileSec[\s\S]*<\/fileSec>/, '')],
  ['CSIP59', swap(' ID="sample-package-files"', '')],
  ['CSIP60', swap('USE="Documentation"', 'USE="Papers"')],
  ['CSIP61', swap('USE="Schemas"', 'USE="Schemas" ADMID="sample-rights group-rep1"')],
  ['CSIP62', swap(/(USE="Representations\/rep1") csip:CONTENTINFORMATIONTYPE="MIXED"/, '$1')],
  [
    'CSIP63',
    swap(/(USE="Representations\/rep1") csip:CONTENTINFORMATIONTYPE="MIXED"/, '$1 csip:CONTENTINFORMATIONTYPE="OTHER"'),
  ],
  ['CSIP64', swap('USE="Schemas"', '')],
  ['CSIP65', swap(' ID="group-schemas"', '')],
  ['CSIP66', swap(schema, '')],
  ['CSIP67', within(schema, ' ID="group-schemas-0"', '')],
  ['CSIP68', within(schema, 'text/plain', 'text')],
  ['CSIP69', within(schema, /SIZE="\d+"/, 'SIZE="many"')],
  ['CSIP70', within(schema, / CREATED="[^"]*"/, '')],
  ['CSIP71', within(schema, / CHECKSUM="\w+"/, '')],
  ['CSIP72', within(schema, ' CHECKSUMTYPE="SHA-256"', ' CHECKSUMTYPE="SHA256"')],
  ['CSIP73', within(schema, 'MIMETYPE', 'OWNERID="" MIMETYPE')],
  ['CSIP74', within(schema, 'MIMETYPE', 'ADMID="sample-package-dmd" MIMETYPE')],
  ['CSIP75', within(schema, 'MIMETYPE', 'DMDID="sample-rights" MIMETYPE')],
  ['CSIP76', within(schema, /<FLocat[^>]*>/, '')],
  ['CSIP77', within(schema, 'LOCTYPE="URL"', 'LOCTYPE="URN"')],
  ['CSIP78', within(schema, 'xlink:type="simple"', 'xlink:type="extended"')],
  ['CSIP79', within(schema, /xlink:href="[^"]*"/, 'xlink:href=""')],
  ['CSIP80', swap(/<structMap[\s\S]*<\/structMap>/, '')],
  ['CSIP81', swap('TYPE="PHYSICAL"', 'TYPE="physical"')],
  ['CSIP82', swap('LABEL="CSIP"', '')],
  ['CSIP83', swap(' ID="sample-package-map"', '')],
  ['CSIP84', swap('</structMap>', '<div ID="second"/></structMap>')],
  ['CSIP85', swap(' ID="sample-package-main"', '')],
  [
    'CSIP86',
    swap('<div ID="sample-package-main" LABEL="sample-package">', '<div ID="sample-package-main" LABEL="it">'),
    '2.0.4',
  ],
  ['CSIP88', swap(/<div ID="sample-package-metadata"[^>]*>/, '')],
  ['CSIP89', swap(' ID="sample-package-metadata"', '')],
  ['CSIP90', swap('LABEL="Metadata"', 'LABEL="metadata"')],
  ['CSIP91', swap(' ADMID="sample-package-prov sample-rights"/>', ' ADMID="sample-rights"/>')],
  ['CSIP92', swap(' DMDID="sample-package-dmd"', ' DMDID="sample-package-dmd lost"')],
  ['CSIP93', swap(/<div ID="div-documentation"[\s\S]*?<\/div>/, '')],
  ['CSIP94', swap(' ID="div-documentation"', '')],
  ['CSIP95', swap('LABEL="Documentation"', 'LABEL="Papers"')],
  ['CSIP96', swap('<fptr FILEID="group-documentation"/>', '')],
  [
    'CSIP97',
    swap(
      '<div ID="div-schemas"',
      '<div ID="div-schemas-2" LABEL="Schemas"><fptr FILEID="group-schemas"/></div><div ID="div-schemas"',
    ),
  ],
  ['CSIP98', swap(' ID="div-schemas"', ' ID="a b"')],
  ['CSIP99', swap('LABEL="Schemas"', 'LABEL="Schema"')],
  ['CSIP100', swap('FILEID="group-schemas"', 'FILEID="group-schemas group-documentation"')],
  ['CSIP105', swap(/<div ID="div-rep1"[\s\S]*?<\/div>/, '')],
  ['CSIP106', swap(' ID="div-rep1"', '')],
  ['CSIP107', swap('LABEL="Representations/rep1"', 'LABEL="Representations/rep2"')],
  ['CSIP108', swap('xlink:title="group-rep1"', 'xlink:title="group-schemas"')],
  ['CSIP109', swap(/<mptr[^>]*>/, '')],
  ['CSIP110', swap(/(mptr.*xlink:href=")[^"]*/, '$1representations/rep2/METS.xml')],
  ['CSIP111', swap(/(mptr.*)xlink:type="simple"/, '$1')],
  ['CSIP112', swap(/(mptr.*)LOCTYPE="URL"/, '$1LOCTYPE="OTHER"')],
  ['CSIP113', swap('USE="Schemas"', 'USE="schemas"')],
  ['CSIP114', swap('USE="Representations/rep1"', 'USE="rep1"')],
  ['CSIP116', swap('FILEID="group-documentation"', 'FILEID="group-documentation-0"')],
  ['CSIP117', swap(/<metsHdr[\s\S]*<\/metsHdr>/, '')],
  ['CSIP118', swap('FILEID="group-schemas"', 'FILEID="group-documentation"')],
  ['SIP1', swap(' LABEL="A sample"', ' LABEL=""')],
  ['SIP2', swap('E-ARK-SIP-v2-2-0', 'E-ARK-SIP')],
  ['SIP3', swap('RECORDSTATUS="NEW"', 'RECORDSTATUS="OLD"')],
  ['SIP4', swap('csip:OAISPACKAGETYPE="SIP"', 'csip:OAISPACKAGETYPE="AIP"')],
  ['SIP5', swap('<altRecordID TYPE="SUBMISSIONAGREEMENT">A 12/3', '<altRecordID TYPE="SUBMISSIONAGREEMENT"> ')],
  ['SIP6', swap('TYPE="PREVIOUSSUBMISSIONAGREEMENT"', 'TYPE="OTHER"')],
  [
    'SIP7',
    swap(
      '<altRecordID TYPE="REFERENCECODE">',
      '<altRecordID TYPE="REFERENCECODE">B</altRecordID><altRecordID TYPE="REFERENCECODE">',
    ),
  ],
  ['SIP8', swap('<altRecordID TYPE="PREVIOUSREFERENCECODE">A 12/3', '<altRecordID TYPE="PREVIOUSREFERENCECODE">')],
  ['SIP9', swap(archivist, '')],
  ['SIP10', within(archivist, 'ARCHIVIST', 'EDITOR')],
  ['SIP11', within(archivist, 'ORGANIZATION', 'OTHER')],
  ['SIP12', within(archivist, /<name>.*<\/name>/, '')],
  ['SIP13', within(archivist, /<note.*<\/note>/, '')],
  ['SIP14', within(archivist, / csip:NOTETYPE="\w+"/, '')],
  ['SIP15', (mets) => swap(contact, '')(swap(submitter, '')(mets))],
  ['SIP16', (mets) => swap(contact, '')(within(submitter, 'CREATOR', 'EDITOR')(mets))],
  ['SIP17', within(submitter, ' TYPE="ORGANIZATION"', '')],
  ['SIP18', within(submitter, /<name>.*<\/name>/, '<name/>')],
  ['SIP19', within(submitter, /<note.*<\/note>/, '')],
  ['SIP20', within(submitter, 'IDENTIFICATIONCODE', 'SOFTWARE VERSION')],
  ['SIP21', swap(contact, '')],
  ['SIP24', within(contact, /<name>.*<\/name>/, '')],
  ['SIP25', within(contact, /<note.*<\/note>/, '')],
  ['SIP26', swap(preserver, '')],
  ['SIP27', within(preserver, 'PRESERVATION', 'EDITOR')],
  ['SIP28', within(preserver, 'ORGANIZATION', 'INDIVIDUAL')],
  ['SIP29', within(preserver, /<name>.*<\/name>/, '')],
  ['SIP30', within(preserver, /<note.*<\/note>/, '')],
  ['SIP31', within(preserver, / csip:NOTETYPE="\w+"/, '')],
  ...['NAME', 'VERSION', 'REGISTRY', 'KEY'].map(
    (part, index) => [`SIP${32 + index}`, within(schema, new RegExp(`(sip:FILEFORMAT${part}=")[^"]*`), '$1')] as const,
  ),
];

const asAip = (mets: string): string =>
  swap(
    'E-ARK-SIP-v2-2-0',
    'E-ARK-AIP-v2-2-0',
  )(swap('csip:OAISPACKAGETYPE="SIP"', 'csip:OAISPACKAGETYPE="AIP"')(mets)).replace('earksip', 'earkaip');
const asDip = (mets: string): string =>
  swap(
    'E-ARK-SIP-v2-2-0',
    'E-ARK-DIP',
  )(swap('csip:OAISPACKAGETYPE="SIP"', 'csip:OAISPACKAGETYPE="DIP"')(mets)).replace('earksip', 'earkdip');

const others: typeof cases = [
  ['AIPM1', (mets) => asAip(swap(' OBJID="sample-package"', '')(mets))],
  ['AIPM2', (mets) => asAip(mets).replace('earkaip', 'earksip')],
  ['AIPM3', (mets) => asAip(mets).replace('OAISPACKAGETYPE="AIP"', 'OAISPACKAGETYPE="SIP"')],
  ['AIPM4', (mets) => asAip(within(dmd, 'CURRENT', 'SUPERSEDED')(mets))],
  ['AIPM5', (mets) => asAip(swap(prov, '')(mets))],
  ['AIPM6', (mets) => asAip(within(prov, 'PREMIS', 'OTHER')(mets))],
  ['AIPM7', (mets) => asAip(within(prov, 'MDTYPEVERSION="3.0"', 'MDTYPEVERSION="2.1"')(mets))],
  ['DIP1', (mets) => asDip(swap(' OBJID="sample-package"', '')(mets))],
  ['DIP2', (mets) => asDip(mets).replace('earkdip', 'earksip')],
  ['DIP3', (mets) => asDip(mets).replace('OAISPACKAGETYPE="DIP"', 'OAISPACKAGETYPE="SIP"')],
  ['DIP4', (mets) => asDip(within(dmd, 'CURRENT', 'SUPERSEDED')(mets))],
];

async function requirementsOf(change: Change, version: ProfileVersion = '2.2.0'): Promise<readonly string[]> {
  const sample = zipped(samplePackage({ 'METS.xml': change }));
  return (await validatePackage(sample, { version })).findings.map(({ requirement }) => requirement);
}

describe('requirements', () => {
  it.each([...cases, ...others].map(([id, change, version]) => ({ id, change, version })))(
    '$id is missed where it is broken',
    async ({ id, change, version }) => {
      expect(await requirementsOf(change, version)).toContain(id);
    },
  );

  it.each([
    ['AIP', asAip],
    ['DIP', asDip],
  ])('%s of its own profile has nothing to hear', async (_kind, change) => {
    expect(await requirementsOf(change)).toEqual([]);
  });

  it.each([
    ['CSIP4', swap(/ csip:CONTENTINFORMATIONTYPE="MIXED"/, '')],
    ['CSIP65', swap(' ID="rep1-data"', '')],
    ['CSIP101', swap(/<div ID="rep1-content"[\s\S]*?<\/div>/, '')],
    ['CSIP102', swap(' ID="rep1-content"', '')],
    ['CSIP103', swap('LABEL="Representations"', 'LABEL="Content"')],
    ['CSIP104', swap('<fptr FILEID="rep1-data"/>', '')],
    ['CSIP119', swap('FILEID="rep1-data"', 'FILEID="rep1-data-0"')],
  ])('%s is asked of the METS of a representation as well', async (id, change) => {
    const sample = zipped(samplePackage({ 'representations/rep1/METS.xml': change }));
    const { findings } = await validatePackage(sample);
    expect(findings.filter(({ requirement }) => requirement === id).map((one) => one.path)).toContain(
      'representations/rep1/METS.xml',
    );
  });

  it('takes any of several organisations for the archival creator where none is called ARCHIVIST', async () => {
    const second = within(archivist, 'ARCHIVIST', 'CREATOR');
    expect(await requirementsOf(second)).toEqual([]);
    const untyped = within(submitter, 'IDENTIFICATIONCODE', 'SOFTWARE VERSION');
    expect(await requirementsOf((mets) => untyped(second(mets)))).toEqual(expect.arrayContaining(['SIP14', 'SIP20']));
  });

  it('asks of IDs to be unique in the package up to 2.1.0, and in their document since', async () => {
    const twice = swap('ID="rep1-dmd"', 'ID="sample-package-dmd"');
    const sample = zipped(
      samplePackage({
        'representations/rep1/METS.xml': (mets) =>
          twice(mets).replace('DMDID="rep1-dmd"', 'DMDID="sample-package-dmd"'),
      }),
    );
    const found = async (version: ProfileVersion) =>
      (await validatePackage(sample, { version })).findings.filter(({ requirement }) => requirement === 'CSIP18')
        .length;
    expect([await found('2.0.4'), await found('2.1.0'), await found('2.2.0')]).toEqual([1, 1, 0]);
  });
});
