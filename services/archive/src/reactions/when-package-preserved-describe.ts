import { dateAt } from '@sillok/authority';
import { startReaction } from '@sillok/jobs';
import { packagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import type { ArchiveContext } from '../context.ts';
import { describeAfter, isDescribedAfter } from '../describing/describe-again.ts';
import { fondsId } from '../describing/description-ids.ts';
import { recordModelsOf } from '../describing/record-models.ts';
import { unitsOfPackage } from '../describing/units-of-package.ts';

type Describing = Pick<ArchiveContext, 'store' | 'catalogue' | 'journal' | 'onAlarm' | 'packages' | 'directory'>;

/** What is preserved gets its place in the tree: items first, then file, series and fonds. */
export function whenPackagePreservedDescribe(context: Describing) {
  return startReaction({
    name: 'when-package-preserved-describe',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [packagePreserved.type] },
    onAlarm: context.onAlarm,
    async react(event) {
      const preserved = packagePreserved.data.parse(event.data);
      // The fonds comes last. Whoever starts reads the log again, and packages are big.
      if (await isDescribedAfter(context, event, fondsId(preserved.senderId))) return;
      const models = await recordModelsOf(await context.packages.placeOf(preserved.packageFile));
      const directory = await context.directory.latest();
      const dayOf = (instant: string) => dateAt(directory, instant);
      const units = unitsOfPackage({ preserved, models, dayOf, at: event.envelope.recordedAt });
      for (const unit of units) await describeAfter(context, event, unit);
      const described = units.filter(({ data }) => data.level === 'item').length;
      // Nothing is gained by trying again, and other packages wait behind this one.
      if (described < preserved.items.length)
        context.onAlarm({
          where: 'when-package-preserved-describe',
          message: `${preserved.packageId} holds items that it does not describe`,
        });
    },
  });
}
