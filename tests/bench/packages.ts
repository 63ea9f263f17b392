import { createHash, randomBytes } from 'node:crypto';
import {
  type PackagePlan,
  type PlannedFile,
  type PlannedMetadata,
  validatePackage,
  writePackage,
} from '@sillok/archival-package';
import { ZipWriter } from '@sillok/zip';
import { type Benchmark, type BenchOrder, type Prepared, rateOf } from './benchmark.ts';
import { commonsIpWriter } from './commons-ip.ts';
import type { Contender } from './rounds.ts';

export const packages: Benchmark = {
  id: 'b12',
  title: 'submissions written and judged: 100 files of 200 KB, and 1,000 of 10 KB',
  boundedBy: 'SHA-256 and CRC-32 of every byte; with many small files, the METS that names each',
  prepare: preparePackages,
};

const createdAt = '2026-03-02T09:00:00Z';
const shapes = [
  { name: '200 KB files', files: 100, bytes: 200_000 },
  { name: '10 KB files', files: 1_000, bytes: 10_000 },
] as const;

interface Shape {
  readonly name: string;
  readonly contents: readonly Uint8Array[];
  readonly megabytes: number;
}

async function preparePackages({ folder, isSmall, withJudges }: BenchOrder): Promise<Prepared> {
  const all = shapes.map(({ name, files, bytes }): Shape => {
    const count = isSmall ? files / 10 : files;
    return {
      name,
      contents: Array.from({ length: count }, () => randomBytes(bytes)),
      megabytes: (count * bytes) / 1e6,
    };
  });
  const others = withJudges ? await Promise.all(all.map((shape) => commonsIp(folder, shape))) : [];
  const contenders = all.flatMap((shape): Contender[] => [
    { name: `write, ${shape.name}`, run: () => rateOf(shape.megabytes, () => written(shape).then(noResult)) },
    { name: `write and judge, ${shape.name}`, run: () => rateOf(shape.megabytes, () => judged(shape)) },
    { name: `zip and SHA-256, ${shape.name}`, run: () => rateOf(shape.megabytes, () => zipped(shape)) },
    { name: `SHA-256, ${shape.name}`, run: () => rateOf(shape.megabytes, () => digested(shape)) },
  ]);
  return {
    contenders: [...contenders, ...others],
    comparisons: all.flatMap(({ name }) => [
      { subject: `write, ${name}`, peer: `zip and SHA-256, ${name}`, atLeast: 0.6 },
      { subject: `write and judge, ${name}`, peer: `zip and SHA-256, ${name}` },
      { subject: `write and judge, ${name}`, peer: `SHA-256, ${name}` },
      ...(withJudges ? [{ subject: `write, ${name}`, peer: `commons-ip create, ${name}` }] : []),
    ]),
    facts: ['random bytes, from memory to memory', 'stored, not compressed, by both', 'every package judged valid'],
    close: () => undefined,
  };
}

async function commonsIp(folder: string, { name, contents, megabytes }: Shape): Promise<Contender> {
  const write = await commonsIpWriter(folder, contents);
  return { name: `commons-ip create, ${name}`, run: () => rateOf(megabytes, write) };
}

function written({ contents }: Shape) {
  return writePackage(planOf(contents), { sign: async (mets) => createHash('sha256').update(mets).digest() });
}

async function judged(shape: Shape): Promise<void> {
  const { bytes } = await written(shape);
  const { valid, findings } = await validatePackage({ name: 'package.zip', bytes });
  if (!valid) throw new RangeError(`not valid: ${JSON.stringify(findings.slice(0, 5))}`);
}

async function zipped({ contents }: Shape): Promise<void> {
  const zip = new ZipWriter(createdAt);
  for (const [index, bytes] of contents.entries()) {
    createHash('sha256').update(bytes).digest();
    zip.add(`data/${index}.bin`, bytes);
  }
  noResult(await zip.end());
}

function digested({ contents }: Shape): void {
  for (const bytes of contents) createHash('sha256').update(bytes).digest();
}

function noResult(_: unknown): void {
  // What was made is thrown away.
}

function planOf(contents: readonly Uint8Array[]): PackagePlan {
  const institution = { name: 'Ministry', code: 'M' };
  return {
    kind: 'SIP',
    packageId: 'uuid-0b0e7a39-5f63-4b8a-9a35-2f6c1b1d9e10',
    label: 'Bench',
    createdAt,
    recordStatus: 'NEW',
    software: { name: 'Sillok', version: '0.1.0' },
    submitter: institution,
    creator: institution,
    preservation: { name: 'Archives', code: 'A' },
    references: {},
    descriptive: [metadata('metadata/descriptive/dc.xml', 'DC', '<dc/>')],
    preservationMetadata: [metadata('metadata/preservation/premis.xml', 'PREMIS', premis)],
    other: [],
    schemas: [file('schemas/event.json', Buffer.from('{}'))],
    documentation: [file('documentation/contents.txt', Buffer.from('contents'))],
    representations: [
      {
        name: 'item-0001',
        label: 'Record',
        contentInformationType: 'citserms_v3_0',
        data: contents.map((bytes, index) => file(`data/${index}.bin`, bytes)),
        descriptive: [metadata('metadata/descriptive/dc.xml', 'DC', '<dc/>')],
        preservation: [metadata('metadata/preservation/premis.xml', 'PREMIS', premis)],
        other: [],
      },
    ],
  };
}

const premis = '<premis xmlns="http://www.loc.gov/premis/v3" version="3.0"/>';

function file(path: string, bytes: Uint8Array): PlannedFile {
  return { path, mediaType: 'application/octet-stream', createdAt, content: () => bytes };
}

function metadata(path: string, metadataType: PlannedMetadata['metadataType'], xml: string): PlannedMetadata {
  return { ...file(path, Buffer.from(xml)), mediaType: 'application/xml', metadataType, version: '3.0' };
}
