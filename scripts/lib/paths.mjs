import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The Strapi installation. */
export const cms = join(root, 'cms');

/** Where the builds leave their stamps; one checkout has one set of built files. */
export const stamps = join(root, '.km', 'stamps');

/** Where a running house keeps its logs and its local login; ignored by git. */
export const state = process.env.KM_STATE ?? join(root, '.km');
