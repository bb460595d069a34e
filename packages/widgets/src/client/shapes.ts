import type { DocumentRef, FileRef, ImageRef, LawRef, TopicRef } from '@km-laas/contract';
import type { Shape } from './shape.js';

// Pieces of answers several services share.

export const topicShape = {
  slug: 'string',
  titleTh: 'string',
  titleEn: 'string',
} satisfies Shape<TopicRef>;
export const documentShape = { id: 'string', title: 'string' } satisfies Shape<DocumentRef>;
export const fileShape = {
  name: 'string',
  url: 'string',
  kind: 'string',
  sizeBytes: 'number',
  pages: 'number?',
} satisfies Shape<FileRef>;
export const imageShape = {
  url: 'string',
  alt: 'string',
  width: 'number?',
  height: 'number?',
} satisfies Shape<ImageRef>;
export const optionalImageShape = { ...imageShape, '?': true } satisfies Shape<ImageRef | null>;
export const lawRefShape = {
  id: 'string',
  title: 'string',
  citation: 'string?',
} satisfies Shape<LawRef>;
