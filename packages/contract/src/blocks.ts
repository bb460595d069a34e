import { z } from 'zod';
import { imageRef } from './common.js';

/** A run of text and how it is set. */
export const textInline = z.object({
  type: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  code: z.boolean().optional(),
});
export type TextInline = z.infer<typeof textInline>;

/** A link; only http, https, mailto and tel leave the server. */
export const linkInline = z.object({
  type: z.literal('link'),
  url: z.string(),
  children: z.array(textInline),
});
export type LinkInline = z.infer<typeof linkInline>;

export const inline = z.discriminatedUnion('type', [textInline, linkInline]);
export type Inline = z.infer<typeof inline>;

export const listItemBlock = z.object({
  type: z.literal('list-item'),
  children: z.array(inline),
});

export interface ListBlock {
  type: 'list';
  format: 'ordered' | 'unordered';
  children: (z.infer<typeof listItemBlock> | ListBlock)[];
}

export const listBlock: z.ZodType<ListBlock> = z
  .object({
    type: z.literal('list'),
    format: z.enum(['ordered', 'unordered']),
    get children() {
      return z.array(z.union([listItemBlock, listBlock]));
    },
  })
  .meta({ id: 'ListBlock' });

export const paragraphBlock = z.object({
  type: z.literal('paragraph'),
  children: z.array(inline),
});

export const headingBlock = z.object({
  type: z.literal('heading'),
  level: z.int().min(1).max(6),
  /** Anchor, unique within the document. */
  id: z.string(),
  children: z.array(inline),
});

export const quoteBlock = z.object({ type: z.literal('quote'), children: z.array(inline) });

export const codeBlock = z.object({ type: z.literal('code'), children: z.array(textInline) });

export const imageBlock = z.object({ type: z.literal('image'), image: imageRef });

/** One block of rich text. Rendered to templates, never through innerHTML. */
export const block = z
  .union([paragraphBlock, headingBlock, listBlock, quoteBlock, codeBlock, imageBlock])
  .meta({ id: 'Block' });
export type Block = z.infer<typeof block>;

export const blocks = z.array(block);

/** A line of a table of contents (สารบัญ), made from the headings. */
export const heading = z.object({ id: z.string(), level: z.int(), text: z.string() });
export type Heading = z.infer<typeof heading>;
