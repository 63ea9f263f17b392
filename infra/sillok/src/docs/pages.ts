import { errorsPage } from './errors-page.ts';

/** Every generated page: its path from the root of the checkout, and how it is made. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/errors.md': errorsPage,
};
