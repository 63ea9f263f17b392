import { z } from 'zod';
import { code } from './primitives.ts';

/** The forms in which a sheet of paper may come out of a scanner, told by their bytes. */
export const scanMediaType = z.enum(['application/pdf', 'image/png', 'image/jpeg', 'image/tiff']);
export type ScanMediaType = z.infer<typeof scanMediaType>;

const endings = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
} as const satisfies Record<ScanMediaType, string>;

/** How the file of a scan is called. */
export function scanName(mediaType: ScanMediaType): string {
  return `scan.${endings[mediaType]}`;
}

/** How paper became a file (DEC 29③): what a court asks who doubts that the copy equals the original. */
export const scanningProcess = z.strictObject({
  /** Dots per inch. */
  resolution: z.int().min(50).max(4_800),
  colour: z.enum(['bitonal', 'greyscale', 'colour']),
  device: z.string().trim().min(1).max(100),
  software: z.string().trim().min(1).max(100),
});
export type ScanningProcess = z.infer<typeof scanningProcess>;

/** Where the paper itself lies. */
export const paperOriginal = z.strictObject({ medium: z.literal('paper'), location: code });
export type PaperOriginal = z.infer<typeof paperOriginal>;
