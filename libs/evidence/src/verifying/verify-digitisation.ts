import { type ContainerFile, readAsic } from '@sillok/exchange-container';
import { about, asked, hasCode, type Question } from '@sillok/kernel';
import type { Digitisation } from '@sillok/schemas/statements/digitisation';
import { sha256Hex } from '../digest.ts';
import { readDigitisation } from '../read-digitisation.ts';
import type { Anchors } from './anchors.ts';
import { fileNamed, verifyContainer } from './verify-evidence.ts';

export interface DigitisationVerdict {
  readonly questions: readonly Question[];
  readonly digitisation?: Digitisation;
  /** As it lies in the container, whatever that is worth. */
  readonly scan?: Uint8Array;
}

/** Whether a container says that it holds a scan with its digitisation statement, without believing anything in it. */
export async function isDigitisationContainer(bytes: Uint8Array): Promise<boolean> {
  try {
    return fileNamed('digitisation.json', (await readAsic(bytes)).files) !== undefined;
  } catch (error) {
    if (hasCode(error, 'CONTAINER_MALFORMED')) return false;
    throw error;
  }
}

/** A scanned letter: the seal over the container, the statement in it, and that it is about the scan beside it. */
export async function verifyDigitisation(bytes: Uint8Array, anchors: Anchors): Promise<DigitisationVerdict> {
  const { questions, files } = await verifyContainer(bytes, anchors);
  const digitisation = readDigitisation(fileNamed('digitisation.json', files) ?? new Uint8Array());
  const scan = digitisation === undefined ? undefined : fileNamed(digitisation.scan.name, files);
  const isCanonical = digitisation !== undefined;
  return {
    questions: [
      ...about('container', questions),
      asked('digitisation.json: canonical', isCanonical, 'FORMAT_FAILURE', 'not the canonical bytes of a digitisation'),
      asked(
        'scan',
        isThatScan(digitisation, scan, files),
        'HASH_FAILURE',
        'it is not the one that the statement names',
      ),
    ],
    ...(digitisation === undefined ? {} : { digitisation }),
    ...(scan === undefined ? {} : { scan }),
  };
}

function isThatScan(
  digitisation: Digitisation | undefined,
  scan: Uint8Array | undefined,
  files: readonly ContainerFile[],
): boolean {
  if (digitisation === undefined || scan === undefined || files.length !== 2) return false;
  return digitisation.scan.sha256 === sha256Hex(scan) && digitisation.scan.bytes === scan.length;
}
