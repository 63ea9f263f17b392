import type { ErmsFolder, ErmsModel, ErmsRecord } from '@sillok/archival-package';
import type { CivilDate } from '@sillok/kernel';
import type { PackagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import { civilDate } from '@sillok/schemas/vocabulary/primitives';
import { spanOf, type Unit, type UnitData } from '../description/unit.ts';
import { fileId, fondsId, itemId, seriesId, shortCodeOf } from './description-ids.ts';

export interface Describing {
  readonly preserved: PackagePreserved['data'];
  /** One of each record, as it lies in the package. */
  readonly models: readonly ErmsModel[];
  /** The day of an instant where the archives are. */
  readonly dayOf: (instant: string) => CivilDate;
  /** When the package was preserved: the day of what bears no date. */
  readonly at: string;
}

/** The name of the service under which it describes by itself. */
export const describedByService = 'service:archive';

/**
 * Everything that a package says, as units of description, items first and the fonds last: what shows the public a unit
 * that holds something open must have seen what it holds.
 */
export function unitsOfPackage(describing: Describing): readonly Unit[] {
  const { preserved, models } = describing;
  const items = models.flatMap((model) =>
    model.records.flatMap((record) => {
      const item = preserved.items.find(({ documentId }) => documentId === record.id);
      return item === undefined ? [] : [itemOf(describing, { model, record, disclosure: item.disclosure })];
    }),
  );
  const [model] = models;
  return model === undefined || items.length === 0 ? [] : [...items, ...unitsAbove(describing, model, items)];
}

interface Item {
  readonly model: ErmsModel;
  readonly record: ErmsRecord;
  readonly disclosure: UnitData['disclosure'];
}

function itemOf(describing: Describing, { model, record, disclosure }: Item): Unit {
  const { senderId: creatorId, packageId } = describing.preserved;
  const descriptionId = itemId(creatorId, record.id);
  const { createdAt, receivedAt, registeredAt } = record;
  const [day = describing.dayOf(describing.at)] = daysOf(describing, [createdAt, receivedAt, registeredAt]);
  const above = pathOf(creatorId, model.folder);
  return {
    data: {
      descriptionId,
      parentId: above.file.id,
      level: 'item',
      referenceCode: `${above.file.code}/${shortCodeOf(descriptionId)}`,
      creatorId,
      dates: { from: day, to: day },
      packageId,
      documentId: record.id,
      disclosure,
      describedBy: describedByService,
    },
    title: lineOf(record.title),
    creator: lineOf(model.agency.name),
  };
}

function unitsAbove(describing: Describing, model: ErmsModel, items: readonly Unit[]): readonly Unit[] {
  const { senderId: creatorId } = describing.preserved;
  const { folder, agency } = model;
  const { fonds, series, file } = pathOf(creatorId, folder);
  const days = items.flatMap(({ data }) => Object.values(data.dates));
  const dates = spanOf([...daysOf(describing, [folder.openedOn, folder.closedOn]), ...days]);
  const unit = (level: UnitData['level'], place: Place, parentId: string | null, title: string): Unit => ({
    data: {
      descriptionId: place.id,
      parentId,
      level,
      referenceCode: place.code,
      creatorId,
      dates,
      packageId: null,
      documentId: null,
      disclosure: { class: 'open', grounds: [] },
      describedBy: describedByService,
    },
    title: lineOf(title),
    creator: lineOf(agency.name),
  });
  return [
    unit('file', file, series.id, folder.title),
    unit('series', series, fonds.id, folder.classification.at(-1)?.title ?? agency.name),
    unit('fonds', fonds, null, agency.name),
  ];
}

interface Place {
  readonly id: string;
  readonly code: string;
}

/** Where a folder stands: the reference code of each unit begins with the code of the one above. */
function pathOf(creatorId: string, folder: ErmsFolder): { fonds: Place; series: Place; file: Place } {
  const path = folder.classification.map(({ code }) => code);
  const fonds = { id: fondsId(creatorId), code: creatorId };
  const series = seriesId(creatorId, path);
  const file = fileId(creatorId, folder.id);
  const seriesCode = `${fonds.code}/${shortCodeOf(series)}`;
  return {
    fonds,
    series: { id: series, code: seriesCode },
    file: { id: file, code: `${seriesCode}/${shortCodeOf(file)}` },
  };
}

/**
 * What is a date of these, as days; others write dates in ways of their own, and some write none. Whoever wrote an offset
 * wrote the day of the place; of UTC the day is that of the archives.
 */
function daysOf({ dayOf }: Describing, texts: readonly (string | undefined)[]): readonly CivilDate[] {
  return texts.flatMap((text = '') => {
    const day = text.slice(0, 10);
    if (!civilDate.safeParse(day).success) return [];
    const at = /T.*Z$/.test(text) ? new Date(text) : undefined;
    return [at === undefined || Number.isNaN(at.getTime()) ? day : dayOf(at.toISOString())];
  });
}

/** Words that others wrote, as a line of ours. */
function lineOf(text: string): string {
  return text.trim().slice(0, 300).toWellFormed().trim() || '–';
}
