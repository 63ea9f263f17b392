import { apiDescription } from './api-description.ts';
import { errorsPage } from './errors-page.ts';
import { lifePage } from './life-page.ts';
import { metadataPage } from './metadata/metadata-page.ts';

/** Every generated page: its path from the root of the checkout, and how it is made. */
export const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/errors.md': errorsPage,
  'docs/life.md': lifePage,
  'docs/metadata.md': metadataPage,
  'docs/openapi.json': apiDescription,
};
