import { exchangeTellings } from './exchange-tellings.ts';
import { keepingTellings } from './keeping-tellings.ts';
import { makingTellings } from './making-tellings.ts';
import type { Tellings } from './telling.ts';

/** How each type of event is told in PREMIS, or why it is not. */
export const premisTellings: Tellings = { ...makingTellings, ...exchangeTellings, ...keepingTellings };
