import { firstDer } from './signer-info.ts';

export interface PdfSignature {
  readonly cms: Uint8Array;
  /** What the byte range covers. */
  readonly covered: Uint8Array;
}

const dictionary = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;

/** Each signature of a PDF in the order of the file, taken out by its byte range (ISO 32000-1 §12.8.1). */
export function pdfSignaturesOf(pdf: Buffer): readonly PdfSignature[] {
  return [...pdf.toString('latin1').matchAll(dictionary)].map((match) => {
    const [first = 0, length = 0, second = 0, rest = 0] = match.slice(1).map(Number);
    const contents = pdf.subarray(first + length, second).toString('latin1');
    const hex = /^<([0-9A-Fa-f\s]*)>$/.exec(contents)?.[1];
    if (hex === undefined) throw new Error('the gap of the byte range is not the hexadecimal /Contents');
    const covered = Buffer.concat([pdf.subarray(first, first + length), pdf.subarray(second, second + rest)]);
    return { cms: firstDer(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex')), covered };
  });
}
