import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { AuditParts, Neighbour } from '@sillok/audit';
import type { Clock } from '@sillok/kernel';
import {
  createWitness,
  type NoteSigner,
  noteSigner,
  openCosignatureFile,
  openWitnessFile,
  parseVerifierKey,
} from '@sillok/ledger';

/** Another institution and its log, each a witness of the other. */
export interface WitnessedNeighbour extends Neighbour {
  /** By which the checkpoints of its log are believed. */
  readonly logKey: string;
}

export interface WitnessingOptions {
  readonly id: string;
  readonly folder: string;
  readonly clock: Clock;
  /** Ed25519. */
  readonly witnessKey: KeyObject;
  readonly neighbours: readonly WitnessedNeighbour[];
}

/** The key of an institution's log; its name is the log's origin. */
export function logSigner(id: string, privateKey: KeyObject): NoteSigner {
  return noteSigner({ name: `${id}.example/log`, privateKey });
}

/** The key by which an institution vouches for the logs of others. */
export function witnessSigner(id: string, privateKey: KeyObject): NoteSigner {
  return noteSigner({ name: `${id}.example/witness`, privateKey, role: 'witness' });
}

/** What an institution vouched for and what others said of its log, each in a file of its own. */
export function openWitnessing(options: WitnessingOptions) {
  const { id, folder, clock, witnessKey, neighbours } = options;
  const file = openWitnessFile(join(folder, 'witness.sqlite'));
  const cosignatures = openCosignatureFile(join(folder, 'cosignatures.sqlite'));
  const logKeys = new Map(neighbours.map(({ logKey }) => [parseVerifierKey(logKey).name, [logKey]]));
  const signer = witnessSigner(id, witnessKey);
  const witness = createWitness({ keysOf: (origin) => logKeys.get(origin), file, signer, clock });
  const parts: Pick<AuditParts, 'witness' | 'cosignatures' | 'neighbours'> = { witness, cosignatures, neighbours };
  return {
    parts,
    close() {
      file.close();
      cosignatures.close();
    },
  };
}
