import { asked, canonicalJson, failed, passed, type Question } from '@sillok/kernel';
import { type Manifest, manifest } from '@sillok/schemas/statements/manifest';
import type { StepStatement } from '@sillok/schemas/statements/step-statement';
import { brokenEntry, entryValue, manifestDigest } from '../manifest.ts';
import { strictText } from './exact-bytes.ts';

/** Whether a manifest is canonical, whole, and the one that the statements of the last version are about. */
export function verifyManifest(bytes: Uint8Array, statements: readonly StepStatement[]): readonly Question[] {
  const read = readManifest(bytes);
  if (read === undefined) return [failed('canonical', 'FORMAT_FAILURE', 'not the canonical bytes of a manifest')];
  const broken = brokenEntry(read);
  const last = statements.at(-1);
  const about = statements.filter((one) => one.caseVersion === last?.caseVersion);
  const digest = manifestDigest(read);
  const named = about.length > 0 && about.every((one) => one.manifest.digest === digest);
  const onePaper = about.every((one) => canonicalJson(one.paper) === canonicalJson(last?.paper ?? null));
  const paper = entryValue(read, 'paper');
  const samePaper = paper === undefined || canonicalJson(paper) === canonicalJson(last?.paper ?? null);
  return [
    passed('canonical'),
    asked('entries', broken === undefined, 'HASH_FAILURE', `the entry ${broken} is not the one of its digest`),
    asked('named by the statements', named, 'HASH_FAILURE', 'the statements are about another manifest'),
    asked('paper', onePaper && samePaper, 'HASH_FAILURE', 'manifest and statements are about different papers'),
  ];
}

function readManifest(bytes: Uint8Array): Manifest | undefined {
  const text = strictText(bytes);
  if (text === undefined) return undefined;
  try {
    const parsed = manifest.safeParse(JSON.parse(text));
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
