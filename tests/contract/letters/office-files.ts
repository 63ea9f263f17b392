import { englishFiles } from './contents/en-reply.ts';
import { koreanFiles } from './contents/kr-notice.ts';
import { laoFiles } from './contents/lo-meeting-report.ts';
import { serbianFiles } from './contents/rs-overtime.ts';
import { makeDocx } from './office/make-docx.ts';
import { makeOds } from './office/make-ods.ts';
import { makeOdt } from './office/make-odt.ts';
import { makePdf } from './office/make-pdf.ts';
import { makeXlsx } from './office/make-xlsx.ts';
import type { OfficeContent } from './office/office-model.ts';

/** Every attachment of the letters in `tests/vectors/letters`, by its path there, written anew. */
export async function officeFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const file of [...koreanFiles, ...englishFiles, ...laoFiles, ...serbianFiles])
    files.set(file.path, await bytesOf(file));
  return files;
}

async function bytesOf(file: OfficeContent): Promise<Uint8Array> {
  switch (file.kind) {
    case 'odt':
      return makeOdt(file.content);
    case 'docx':
      return makeDocx(file.content);
    case 'pdf':
      return makePdf(file.content);
    case 'ods':
      return makeOds(file.content);
    case 'xlsx':
      return makeXlsx(file.content);
  }
}
