import type { FiguresMeta } from '@km-laas/contract';
import { readAnswer, type Query, type ReadOptions, type Single } from './read.js';
import { conform, type Shape } from './shape.js';

/** Where figures come from and how old they are. */
export type Provenance = Pick<FiguresMeta, 'source' | 'importedAt' | 'sample'>;

/** Figures with where they come from. */
export interface Figures<Item> extends Single<Item> {
  provenance: Provenance;
}

const provenanceShape: Shape<Provenance> = {
  source: { nameTh: 'string', nameEn: 'string' },
  importedAt: 'string?',
  sample: 'boolean',
};

/** Reads figures that belong together, e.g. an overview. */
export function readFigures<Item>(
  path: string,
  query: Query,
  shape: Shape<Item>,
  options: ReadOptions
): Promise<Figures<Item>> {
  return readAnswer(path, query, options, (data, meta) => {
    const item = conform<Item>(data, shape);
    const provenance = conform<Provenance>(meta, provenanceShape);
    return item === undefined || provenance === undefined ? undefined : { item, provenance };
  });
}
