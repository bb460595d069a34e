import type { Block, Heading, ImageRef, Inline, ListBlock, TextInline } from '@km-laas/contract';
import { cutText } from '@km-laas/thai';
import { safeLinkUrl, safeResourceUrl } from './safe-url';

type Node = Record<string, unknown>;
/** Anchors of a document that are taken, each with the number of its last copy. */
type Anchors = Map<string, number>;
type HeadingBlock = Extract<Block, { type: 'heading' }>;

const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;
// Strapi's editor stops at six levels; anything deeper was not typed by an editor.
const DEEPEST_LIST = 8;

/**
 * Turns rich text as Strapi stores it into the blocks of the contract.
 *
 * Nodes that are unknown, malformed or empty are dropped and the rest stands; an unsafe address
 * loses its link and keeps its words. Text is passed on as text, whatever it looks like. Headings
 * get anchors that are unique within the document.
 */
export function adaptBlocks(stored: unknown): Block[] {
  const anchors: Anchors = new Map();
  return nodesOf(stored).flatMap((node) => adaptBlock(node, anchors) ?? []);
}

/** The table of contents (สารบัญ) of a document. */
export function headingsOf(blocks: readonly Block[]): Heading[] {
  return blocks
    .filter((block): block is HeadingBlock => block.type === 'heading')
    .map(({ id, level, children }) => ({ id, level, text: textOf(children) }));
}

/** The words of a document without their setting, one block a line. */
export function plainTextOf(blocks: readonly Block[]): string {
  return blocks
    .map(plainTextOfBlock)
    .filter((line) => line !== '')
    .join('\n');
}

/** The opening words of a document on one line, at most so many characters long. */
export function excerptOf(blocks: readonly Block[], maxCharacters: number): string {
  return cutText(plainTextOf(blocks).replace(/\s+/g, ' ').trim(), maxCharacters);
}

function adaptBlock(node: Node, anchors: Anchors): Block | null {
  switch (node.type) {
    case 'paragraph':
    case 'quote':
      return adaptWords(node.type, node);
    case 'heading':
      return adaptHeading(node, anchors);
    case 'list':
      return adaptList(node, 1);
    case 'code':
      return adaptCode(node);
    case 'image': {
      const image = adaptBlockImage(node.image);
      return image && { type: 'image', image };
    }
    default:
      return null;
  }
}

function adaptWords(type: 'paragraph' | 'quote', { children }: Node): Block | null {
  const words = adaptInlines(children);
  return textOf(words) === '' ? null : { type, children: words };
}

function adaptCode({ children }: Node): Block | null {
  const words = nodesOf(children).flatMap(adaptText);
  return textOf(words) === '' ? null : { type: 'code', children: words };
}

function adaptHeading({ level, children }: Node, anchors: Anchors): Block | null {
  const words = adaptInlines(children);
  if (textOf(words) === '' || !isWhole(level) || level < 1 || level > 6) return null;
  return { type: 'heading', level, id: anchorOf(textOf(words), anchors), children: words };
}

function adaptList({ format, children }: Node, depth: number): ListBlock | null {
  if (depth > DEEPEST_LIST || (format !== 'ordered' && format !== 'unordered')) return null;
  const lines = nodesOf(children).flatMap((child): ListBlock['children'] => {
    if (child.type === 'list') {
      const inner = adaptList(child, depth + 1);
      return inner ? [inner] : [];
    }
    if (child.type !== 'list-item') return [];
    const words = adaptInlines(child.children);
    return textOf(words) === '' ? [] : [{ type: 'list-item', children: words }];
  });
  return lines.length === 0 ? null : { type: 'list', format, children: lines };
}

function adaptInlines(stored: unknown): Inline[] {
  return nodesOf(stored).flatMap((node) =>
    node.type === 'link' ? adaptLink(node) : adaptText(node)
  );
}

function adaptLink({ url, children }: Node): Inline[] {
  const words = nodesOf(children).flatMap(adaptText);
  const target = safeLinkUrl(url);
  if (target === null || textOf(words) === '') return words;
  return [{ type: 'link', url: target, children: words }];
}

function adaptText(node: Node): TextInline[] {
  if (node.type !== 'text' || typeof node.text !== 'string' || node.text === '') return [];
  const marks = MARKS.filter((mark) => node[mark] === true).map((mark) => [mark, true] as const);
  return [{ type: 'text', text: node.text, ...Object.fromEntries(marks) }];
}

function adaptBlockImage(stored: unknown): ImageRef | null {
  if (!isNode(stored)) return null;
  const url = safeResourceUrl(stored.url);
  if (url === null) return null;
  return {
    url,
    alt: typeof stored.alternativeText === 'string' ? stored.alternativeText : '',
    width: isWhole(stored.width) && stored.width > 0 ? stored.width : null,
    height: isWhole(stored.height) && stored.height > 0 ? stored.height : null,
  };
}

/** Thai letters and marks stay in an anchor: browsers encode them, and people can read them. */
function anchorOf(text: string, taken: Anchors): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const name = cutText(words, 60).replace(/[-…]+$/, '') || 'section';
  let anchor = name;
  for (let copy = (taken.get(name) ?? 1) + 1; taken.has(anchor); copy += 1) {
    anchor = `${name}-${copy}`;
    taken.set(name, copy);
  }
  taken.set(anchor, 1);
  return anchor;
}

function plainTextOfBlock(block: Block): string {
  switch (block.type) {
    case 'image':
      return block.image.alt;
    case 'list':
      return plainTextOfList(block);
    default:
      return textOf(block.children);
  }
}

function plainTextOfList({ children }: ListBlock): string {
  return children
    .map((child) => (child.type === 'list' ? plainTextOfList(child) : textOf(child.children)))
    .join('\n');
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.type === 'link' ? textOf(inline.children) : inline.text))
    .join('')
    .trim();
}

function nodesOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
