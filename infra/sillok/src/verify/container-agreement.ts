import { type DocumentFiles, fileNamed, isSame, statementsIn } from '@sillok/evidence/verifying';
import type { ContainerFile } from '@sillok/exchange-container';
import { asked, type Question } from '@sillok/kernel';

/** Whether the evidence container holds the very document, manifest and statements that lie beside it. */
export function containerAgreement(files: readonly ContainerFile[], beside: DocumentFiles): readonly Question[] {
  if (files.length === 0) return [];
  const held = statementsIn(files);
  const sameStatements =
    held.length === beside.statements.length &&
    held.every(({ bytes, signature }, index) => {
      const other = beside.statements[index];
      return other !== undefined && isSame(bytes, other.bytes) && isSame(signature, other.signature);
    });
  const same = (name: string, bytes: Uint8Array | undefined) => {
    const inside = fileNamed(name, files);
    // What was not found beside it is said to be missing elsewhere.
    const holds = inside !== undefined && (bytes === undefined || isSame(inside, bytes));
    return asked(`evidence holds ${name}`, holds, 'HASH_FAILURE', 'the container holds another or none');
  };
  return [
    same('document.pdf', beside.pdf),
    same('manifest.json', beside.manifest),
    asked('evidence holds the statements', sameStatements, 'HASH_FAILURE', 'the container holds others'),
  ];
}
