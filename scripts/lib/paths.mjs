import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The Strapi installation. */
export const cms = join(root, 'cms');

/** Where commands keep what git ignores: build stamps, logs, the local login. */
export const state = join(root, '.km');
