import { lexer, type Token, type Tokens } from 'marked';

/** Inline parts of Strapi's blocks. */
export interface TextNode {
  type: 'text';
  text: string;
  bold?: true;
  italic?: true;
  code?: true;
  strikethrough?: true;
}

export interface LinkNode {
  type: 'link';
  url: string;
  children: TextNode[];
}

export type InlineNode = TextNode | LinkNode;

export interface ListItemNode {
  type: 'list-item';
  children: InlineNode[];
}

export interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  /** 0 for an outer list. */
  indentLevel: number;
  children: (ListItemNode | ListNode)[];
}

export interface HeadingNode {
  type: 'heading';
  level: 1 | 2 | 3 | 4 | 5 | 6;
  children: InlineNode[];
}

export type Block =
  | HeadingNode
  | ListNode
  | { type: 'paragraph' | 'quote'; children: InlineNode[] }
  | { type: 'code'; children: TextNode[] };

type Marks = Partial<Pick<TextNode, 'bold' | 'italic' | 'code' | 'strikethrough'>>;

/**
 * Turns Markdown into the blocks of Strapi's rich text field. What the field cannot hold (tables,
 * pictures, raw HTML) is refused rather than lost.
 */
export function markdownToBlocks(markdown: string): Block[] {
  return lexer(markdown).flatMap((token) => blocksOf(token as Tokens.Generic));
}

/** The words of inline parts, without their looks. */
export function plainText(nodes: InlineNode[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.text : plainText(node.children)))
    .join('');
}

function blocksOf(token: Tokens.Generic): Block[] {
  switch (token.type) {
    case 'space':
    case 'hr':
      return [];
    case 'heading':
      return [
        {
          type: 'heading',
          level: (token as Tokens.Heading).depth as HeadingNode['level'],
          children: inlines(token.tokens),
        },
      ];
    case 'paragraph':
      return [{ type: 'paragraph', children: inlines(token.tokens) }];
    case 'blockquote':
      return (token as Tokens.Blockquote).tokens.flatMap(quoteOf);
    case 'list':
      return [listOf(token as Tokens.List, 0)];
    case 'code':
      return [{ type: 'code', children: [{ type: 'text', text: (token as Tokens.Code).text }] }];
    default:
      throw new Error(`Rich text cannot hold this Markdown (${token.type}): ${excerpt(token)}`);
  }
}

/** Strapi's quote holds one run of text, so a quote of two paragraphs becomes two quotes. */
function quoteOf(token: Token): Block[] {
  return blocksOf(token as Tokens.Generic).map((block) =>
    block.type === 'paragraph' ? { type: 'quote', children: block.children } : block
  );
}

function listOf(list: Tokens.List, indentLevel: number): ListNode {
  const children: ListNode['children'] = [];
  for (const item of list.items) {
    let text: InlineNode[] = [];
    const nested: ListNode[] = [];
    for (const token of item.tokens) {
      if (token.type === 'list') nested.push(listOf(token as Tokens.List, indentLevel + 1));
      else if (token.type === 'text' || token.type === 'paragraph') {
        // Two paragraphs of one item are kept apart by a line break.
        if (text.length > 0) text.push({ type: 'text', text: '\n' });
        text = text.concat(inlines((token as Tokens.Text).tokens ?? [token]));
      } else if (token.type !== 'space') {
        throw new Error(
          `A list item cannot hold this Markdown (${token.type}): ${excerpt(token as Tokens.Generic)}`
        );
      }
    }
    children.push({ type: 'list-item', children: atLeastOneText(mergeText(text)) }, ...nested);
  }
  return {
    type: 'list',
    format: list.ordered ? 'ordered' : 'unordered',
    indentLevel,
    children,
  };
}

function inlines(tokens: Token[] | undefined, marks: Marks = {}): InlineNode[] {
  return atLeastOneText(
    mergeText((tokens ?? []).flatMap((token) => inlineOf(token as Tokens.Generic, marks)))
  );
}

function inlineOf(token: Tokens.Generic, marks: Marks): InlineNode[] {
  switch (token.type) {
    case 'text':
    case 'escape':
      return token.tokens ? inlines(token.tokens, marks) : [textNode(token.text as string, marks)];
    case 'strong':
      return inlines(token.tokens, { ...marks, bold: true });
    case 'em':
      return inlines(token.tokens, { ...marks, italic: true });
    case 'del':
      return inlines(token.tokens, { ...marks, strikethrough: true });
    case 'codespan':
      return [textNode(token.text as string, { ...marks, code: true })];
    case 'br':
      return [{ type: 'text', text: '\n' }];
    case 'link': {
      const children = inlines(token.tokens, marks).filter((node) => node.type === 'text');
      return [{ type: 'link', url: (token as Tokens.Link).href, children }];
    }
    default:
      throw new Error(`Rich text cannot hold this Markdown (${token.type}): ${excerpt(token)}`);
  }
}

function textNode(text: string, marks: Marks): TextNode {
  // A line end inside a Markdown paragraph is only a space; lexer() leaves entities as typed.
  return { type: 'text', text: text.replace(/\s*\n\s*/gu, ' '), ...marks };
}

function mergeText(nodes: InlineNode[]): InlineNode[] {
  const merged: InlineNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text' && sameMarks(node, last)) {
      merged[merged.length - 1] = { ...last, text: last.text + node.text };
    } else merged.push(node);
  }
  return merged.filter((node) => node.type === 'link' || node.text !== '');
}

function sameMarks(a: TextNode, b: TextNode): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.code === b.code &&
    a.strikethrough === b.strikethrough
  );
}

/** Strapi's editor needs a text in every block, even an empty one. */
function atLeastOneText(nodes: InlineNode[]): InlineNode[] {
  return nodes.length > 0 ? nodes : [{ type: 'text', text: '' }];
}

function excerpt(token: Tokens.Generic): string {
  return token.raw.trim().slice(0, 60);
}
