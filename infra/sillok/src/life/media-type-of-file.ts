import { extname } from 'node:path';

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['.odt', 'application/vnd.oasis.opendocument.text'],
  ['.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.pdf', 'application/pdf'],
]);

/** The media type (IANA) that a file's ending promises; undefined for an ending that letters do not carry. */
export function mediaTypeOfFile(path: string): string | undefined {
  return mediaTypes.get(extname(path).toLowerCase());
}
