import { describe, expect, it } from 'vitest';
import { bytes, type SampleFiles, samplePackage } from '../testing/sample-package.ts';
import { writeFolder } from '../testing/write-container.ts';
import { validatePackage } from '../validate-package.ts';

/** The sample with paths renamed; what METS says of them is not asked here. */
function renamed(from: string, to: string): SampleFiles {
  return new Map([...samplePackage()].map(([path, content]) => [path.replace(from, to), content]));
}

async function folderFindings(files: SampleFiles, name?: string): Promise<readonly string[]> {
  const { findings } = await validatePackage(writeFolder(files, name));
  return findings
    .filter(({ requirement }) => /^CSIPSTR|REPRESENTATION/.test(requirement))
    .map(({ requirement, path, message }) => [requirement, path, message].join('|'));
}

describe('folders of a package', () => {
  it.each([
    ['metadata/', 'Metadata/', 'CSIPSTR5||the root folder has no folder "metadata"; "Metadata" is written otherwise'],
    ['metadata/', 'meta data/', 'CSIPSTR5||the root folder has no folder "metadata"; "meta data" is written otherwise'],
    ['metadata/', 'metadataa/', 'CSIPSTR5||the root folder has no folder "metadata"; "metadataa" is written otherwise'],
    ['metadata/', 'about/', 'CSIPSTR5||the root folder has no folder "metadata"'],
    [
      'representations/rep1/',
      'representation/rep1/',
      'CSIPSTR9||the root folder has no folder "representations"; "representation" is written otherwise',
    ],
    ['rep1/data/', 'rep1/content/', 'CSIPSTR11|representations/rep1|the representation has no folder "data"'],
    ['rep1/METS.xml', 'rep1/mets.xml', 'CSIPSTR12|representations/rep1|the representation has no METS.xml'],
    ['rep1/metadata/', 'rep1/about/', 'CSIPSTR13|representations/rep1|the representation has no folder "metadata"'],
    ['schemas/', 'xsd/', 'CSIPSTR15||there is no folder "schemas"'],
    ['schemas/', 'xsd/', 'CSIPSTR15|xsd/mets.xsd|a schema should lie in a folder "schemas"'],
    ['documentation/', 'docs/', 'CSIPSTR16||there is no folder "documentation"'],
    [
      'metadata/descriptive/dc',
      'metadata/Descriptive/dc',
      'CSIPSTR7|metadata/Descriptive/dc.xml|it should lie in metadata/descriptive',
    ],
    [
      'metadata/preservation/premis',
      'metadata/premis/premis',
      'CSIPSTR6|metadata|there is no folder metadata/preservation',
    ],
  ])('%s as %s: %s', async (from, to, expected) => {
    expect(await folderFindings(renamed(from, to))).toContain(expected);
  });

  it('let metadata beside its three folders be told as a MAY, and loose files among representations', async () => {
    const files = samplePackage();
    files.set('metadata/loose.xml', bytes('<x/>'));
    files.set('representations/loose.txt', bytes('x'));
    expect(await folderFindings(files)).toEqual([
      'CSIPSTR8|metadata/loose.xml|it lies beside the folders descriptive, preservation and other',
      'CSIPSTR10|representations/loose.txt|it lies in no representation of its own',
    ]);
  });

  it('say once of a representation without a file that it is empty, and ask nothing of its inside', async () => {
    const files = samplePackage();
    files.set('representations/rep2/.gitkeep', bytes(''));
    expect(await folderFindings(files)).toEqual([
      'SILLOK-REPRESENTATION-EMPTY|representations/rep2|the representation has no file',
    ]);
  });

  it('are called as the package is (CSIPSTR2)', async () => {
    expect(await folderFindings(samplePackage(), 'other-name')).toEqual([
      'CSIPSTR2||the root folder is "other-name"; it should be named "sample-package"',
    ]);
  });
});
