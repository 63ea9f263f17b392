import { readStatement } from '@sillok/evidence';
import type { ContainerFile } from '@sillok/exchange-container';
import { SillokError } from '@sillok/kernel';
import type { SignedStep } from './seal-request.ts';

/** Every signed step of an evidence container, in the order of signing; what was signed says all that a box shows. */
export function stepsIn(files: readonly ContainerFile[]): readonly SignedStep[] {
  return files
    .filter(({ name }) => /^statements\/.+\.json$/.test(name))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, bytes }) => stepOf(bytes, bytesOf(name.replace(/json$/, 'p7s'), files)));
}

/** The manifest of the paper, as JSON. */
export function manifestIn(files: readonly ContainerFile[]): unknown {
  return JSON.parse(new TextDecoder().decode(bytesOf('manifest.json', files)));
}

function stepOf(bytes: Uint8Array, cms: Uint8Array): SignedStep {
  const statement = readStatement(bytes);
  const person = statement?.line.find(({ step }) => step === statement.step);
  if (statement === undefined || person === undefined) throw malformed('a statement is none');
  const { step, caseVersion, principal, mode, claimedAt, opinion } = statement;
  return {
    step,
    version: caseVersion,
    personId: person.personId,
    principalId: principal,
    mode,
    at: claimedAt,
    hasOpinion: opinion !== undefined && opinion !== '',
    bytes,
    cms,
  };
}

function bytesOf(name: string, files: readonly ContainerFile[]): Uint8Array {
  const found = files.find((one) => one.name === name);
  if (found === undefined) throw malformed(`${name} is not there`);
  return found.bytes;
}

function malformed(message: string): SillokError {
  return new SillokError('CONTAINER_MALFORMED', message);
}
