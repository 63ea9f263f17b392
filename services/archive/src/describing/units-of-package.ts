import type { ErmsFolder, ErmsModel, ErmsRecord } from '@sillok/archival-package';
import type { CivilDate } from '@sillok/kernel';
import type { PackagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import { spanOf, type Unit, type UnitData } from '../description/unit.ts';
import { fileId, fondsId, itemId, seriesId, shortCodeOf } from './description-ids.ts';

export interface Describing {
  readonly preserved: PackagePreserved['data'];
  /** One of each record, as it lies in the package. */
  readonly models: readonly ErmsModel[];
  /** The day of an instant where the archives are. */
  readonly dayOf: (instant: string) => CivilDate;
}

/** The name of the service under which it describes by itself. */
export const describedByService = 'service:archive';

/**
 * Everything that a package says, as units of description, items first and the fonds last: what shows the public a unit
 * that holds something open must have seen what it holds.
 */
export function unitsOfPackage({ preserved, models, dayOf }: Describing): readonly Unit[] {
  const items = models.flatMap((model) =>
    model.records.flatMap((record) => {
      const item = preserved.items.find(({ documentId }) => documentId === record.id);
      return item === undefined ? [] : [itemOf({ preserved, model, record, disclosure: item.disclosure, dayOf })];
    }),
  );
  const [model] = models;
  return model === undefined || items.length === 0 ? [] : [...items, ...unitsAbove(preserved, model, items)];
}

interface Item {
  readonly preserved: PackagePreserved['data'];
  readonly model: ErmsModel;
  readonly record: ErmsRecord;
  readonly disclosure: UnitData['disclosure'];
  readonly dayOf: Describing['dayOf'];
}

function itemOf({ preserved, model, record, disclosure, dayOf }: Item): Unit {
  const { senderId: creatorId, packageId } = preserved;
  const descriptionId = itemId(creatorId, record.id);
  const created = record.createdAt ?? record.receivedAt ?? record.registeredAt ?? model.createdAt;
  const day = civilDayOf(created, dayOf);
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

function unitsAbove({ senderId: creatorId }: PackagePreserved['data'], model: ErmsModel, items: readonly Unit[]) {
  const { folder, agency } = model;
  const { fonds, series, file } = pathOf(creatorId, folder);
  const days = [folder.openedOn, folder.closedOn, ...items.flatMap(({ data }) => Object.values(data.dates))];
  const dates = spanOf(days.filter((day) => day !== undefined));
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

/** Some days are said as days. */
function civilDayOf(text: string, dayOf: Describing['dayOf']): CivilDate {
  return text.length === 10 ? text : dayOf(text);
}

/** Words that others wrote, as a line of ours. */
function lineOf(text: string): string {
  return text.trim().slice(0, 300).toWellFormed().trim() || '–';
}
