import { type FileFormat, formatOf, type Recognised } from './file-format.ts';

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const hwp3 = 'HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05';
// DER of OBJECT IDENTIFIER 1.2.840.113549.1.7.2, signedData.
const signedData = Buffer.from('06092a864886f70d010702', 'hex');

/** Compound files (old Office, HWP 5, encrypted OOXML), HWP 3, CMS. */
export function recogniseBinary(content: Buffer): Recognised | undefined {
  if (content.subarray(0, 8).equals(compoundFile)) return compound(content);
  if (content.toString('latin1', 0, hwp3.length) === hwp3) return { format: hwp('3', 'fmt/1083'), endings: ['hwp'] };
  const place = content.subarray(0, 24).indexOf(signedData);
  if (content[0] !== 0x30 || place < 2 || place > 6) return undefined;
  const format = formatOf('PKCS #7 Cryptographic Message File', '', 'fmt/670', 'application/pkcs7-signature');
  return { format, endings: ['p7s', 'p7m', 'p7b', 'p7c'] };
}

function hwp(version: string, key: string): FileFormat {
  return formatOf('Hangul Word Processor Document', version, key, 'application/x-hwp');
}

/** By the streams in it; names of streams lie in the directory as UTF-16 (MS-CFB §2.6.1). */
const streams: readonly (readonly [stream: string, recognised: Recognised])[] = [
  [
    'EncryptedPackage',
    {
      format: formatOf('Microsoft Office Encrypted Document', '2007 onwards', 'fmt/494', 'application/vnd.ms-office'),
      endings: ['docx', 'xlsx', 'pptx'],
      isEncrypted: true,
    },
  ],
  ['HwpSummaryInformation', { format: hwp('5', 'fmt/1084'), endings: ['hwp'] }],
  [
    'WordDocument',
    { format: formatOf('Microsoft Word Document', '97-2003', 'fmt/40', 'application/msword'), endings: ['doc', 'dot'] },
  ],
  [
    'Workbook',
    {
      format: formatOf('Microsoft Excel 97 Workbook (xls)', '8', 'fmt/61', 'application/vnd.ms-excel'),
      endings: ['xls', 'xlt'],
    },
  ],
  [
    'PowerPoint Document',
    {
      format: formatOf('Microsoft Powerpoint Presentation', '97-2003', 'fmt/126', 'application/vnd.ms-powerpoint'),
      endings: ['ppt', 'pps'],
    },
  ],
];

const unknownCompound: Recognised = {
  format: formatOf('OLE2 Compound Document Format', '', 'fmt/111', 'application/x-ole-storage'),
  endings: ['doc', 'xls', 'ppt', 'msg', 'hwp'],
};

function compound(content: Buffer): Recognised {
  const found = streams.find(([stream]) => content.includes(Buffer.from(`${stream}\0`, 'utf16le')));
  return found?.[1] ?? unknownCompound;
}
