import { z } from 'zod';

/** `POST /page-facts`: whose page is looked at. */
export const pageFactsBody = z.strictObject({
  /** Of a page anybody can open. */
  url: z.url({ protocol: /^https?$/ }).max(2000),
});
export type PageFactsBody = z.infer<typeof pageFactsBody>;

/** What matters of a page that shows the knowledge bank; never the page itself. */
export const pageFacts = z.object({
  /** Where the page stands, after its redirections. */
  address: z.url(),
  /** Scripts with an address of their own, as their tags say it. */
  scripts: z.array(z.object({ src: z.string(), type: z.string() })),
  /** Tags of ours, e.g. `km-faq-list`. */
  tags: z.array(z.object({ name: z.string(), attributes: z.record(z.string(), z.string()) })),
  /** Addresses of its frames. */
  frames: z.array(z.string()),
  /** Content security policies, of headers and of the page itself; all of them hold at once. */
  policies: z.array(z.string()),
  /** As its header or the page declares it, in small letters; null where neither does. */
  charset: z.string().nullable(),
  /** Whether its bytes are of another charset than it declares. */
  isMisdeclared: z.boolean(),
  /** Whether readers see the code of a tag of ours instead of what it shows. */
  showsCode: z.boolean(),
});
export type PageFacts = z.infer<typeof pageFacts>;

export const pageFactsAnswer = z.object({ data: pageFacts, meta: z.object({}) });
