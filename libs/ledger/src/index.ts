export type { Checkpoint } from './checkpoint.ts';
export { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
export { emptyRoot, leafHash, nodeHash } from './hashing.ts';
export type { NoteSignature, OpenedNote } from './note.ts';
export { cosignNote, openNote, signNote } from './note.ts';
export type { NoteSigner, NoteSignerOptions } from './note-signer.ts';
export { noteSigner } from './note-signer.ts';
export type { LogProof, ProofClaim } from './proof.ts';
export { formatProof, openProof, parseProof } from './proof.ts';
export type { Sequencer, SequencerOptions, SignedCheckpoint } from './sequencer.ts';
export { createSequencer } from './sequencer.ts';
export type { OpenedCheckpoint } from './signed-checkpoint.ts';
export { openCheckpoint, signCheckpoint } from './signed-checkpoint.ts';
export type { Tile } from './tiles.ts';
export { leafHashesOfTiles, leafTiles, tilePath } from './tiles.ts';
export type { MerkleTree } from './tree.ts';
export { createTree } from './tree.ts';
export type { VerifierKey } from './verifier-key.ts';
export { parseVerifierKey } from './verifier-key.ts';
export type { ExportToVerify } from './verify-export.ts';
export { verifyExport } from './verify-export.ts';
export {
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './verify-tree.ts';
export type { AskedAnswer, AskedFor, WitnessToAsk } from './witnessing/ask-witness.ts';
export { askWitness } from './witnessing/ask-witness.ts';
export type { CosignatureFile, CosignedLines } from './witnessing/cosignature-file.ts';
export { openCosignatureFile } from './witnessing/cosignature-file.ts';
export type { CosigningRequest } from './witnessing/cosigning-request.ts';
export { formatCosigningRequest } from './witnessing/cosigning-request.ts';
export type { Witness, WitnessAnswer, WitnessOptions } from './witnessing/witness.ts';
export { createWitness } from './witnessing/witness.ts';
export type { WitnessFile } from './witnessing/witness-file.ts';
export { openWitnessFile } from './witnessing/witness-file.ts';
