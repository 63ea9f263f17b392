import { validatePackage, writePackage } from '@sillok/archival-package';
import { SillokError } from '@sillok/kernel';
import { sealToAffix } from '@sillok/sealing';
import type { ArchiveContext } from '../context.ts';
import type { PackageToMake } from './package-to-make.ts';
import { planPackage } from './plan-package.ts';

/** The archival package under our seal, judged by ourselves before anybody relies on it: it keeps every MUST and SHOULD. */
export async function makePackage(context: ArchiveContext, making: PackageToMake): Promise<Uint8Array> {
  const { at, packageId } = making;
  const { keyId } = sealToAffix(await context.directory.latest(), at);
  const { bytes } = await writePackage(planPackage(making), {
    sign: (mets) => context.sealSigner.signPackage({ keyId, mets, at }),
  });
  const { findings } = await validatePackage({ name: `${packageId}.zip`, bytes });
  // A recommendation that a sender did not follow in its own representations was let pass by the archivists.
  const worst = findings.find(
    ({ level, path }) => level === 'MUST' || (level === 'SHOULD' && !path.startsWith('representations/')),
  );
  if (worst === undefined) return bytes;
  const { requirement, path, message } = worst;
  throw new SillokError('CONTAINER_MALFORMED', `${requirement} ${path}: ${message}`, { details: { entry: path } });
}
