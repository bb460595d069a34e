import type { Block, ImageRef, Inline, ListBlock, TextInline } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from './render-heading.js';
import { safeAddress } from './safe-address.js';

/** Where blocks stand. */
export interface BlocksPlace {
  /** Address of the API, which paths of pictures are relative to. */
  api: string;
  /** Level of the heading above; a body's own headings start one below. */
  level: number;
}

/** Rich text as templates. What is not understood is left out; nothing is ever parsed as HTML. */
export function renderBlocks(blocks: readonly Block[], place: BlocksPlace): TemplateResult {
  const levels = blocks.flatMap((block) => (block?.type === 'heading' ? [block.level] : []));
  const shift = place.level + 1 - Math.min(...levels);
  return html`<div class="blocks" lang="th">
    ${blocks.map((block) => renderBlock(block, shift, place.api))}
  </div>`;
}

/** A picture of known size, fetched when it comes near the reader. */
export function renderImage(
  { url, alt, width, height }: ImageRef,
  api: string
): TemplateResult | typeof nothing {
  const source = safeAddress(url, api);
  return source
    ? html`<img
        src=${source}
        alt=${alt}
        width=${width ?? nothing}
        height=${height ?? nothing}
        loading="lazy"
        decoding="async"
      />`
    : nothing;
}

function renderBlock(block: Block, shift: number, api: string): unknown {
  switch (block?.type) {
    case 'heading':
      return renderHeading(block.level + shift, renderInlines(block.children), block.id);
    case 'paragraph':
      return html`<p>${renderInlines(block.children)}</p>`;
    case 'quote':
      return html`<blockquote>${renderInlines(block.children)}</blockquote>`;
    case 'code':
      return html`<pre><code>${renderInlines(block.children)}</code></pre>`;
    case 'list':
      return renderList(block);
    case 'image':
      return html`<figure>${renderImage(block.image, api)}</figure>`;
    default:
      return nothing;
  }
}

function renderList(list: ListBlock): TemplateResult {
  const items = list.children?.map((child) =>
    child.type === 'list'
      ? html`<li>${renderList(child)}</li>`
      : html`<li>${renderInlines(child.children)}</li>`
  );
  return list.format === 'ordered'
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

function renderInlines(inlines: readonly Inline[]): unknown {
  return inlines?.map((inline) => {
    if (inline?.type !== 'link') return renderText(inline);
    const href = safeAddress(inline.url, document.baseURI);
    const text = inline.children?.map(renderText);
    return href ? html`<a href=${href} rel="noopener">${text}</a>` : text;
  });
}

function renderText(inline: TextInline): unknown {
  let text: unknown = inline?.text ?? '';
  if (inline?.bold) text = html`<strong>${text}</strong>`;
  if (inline?.italic) text = html`<em>${text}</em>`;
  if (inline?.underline) text = html`<u>${text}</u>`;
  if (inline?.strikethrough) text = html`<s>${text}</s>`;
  if (inline?.code) text = html`<code>${text}</code>`;
  return text;
}
