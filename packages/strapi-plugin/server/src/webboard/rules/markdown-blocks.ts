import MarkdownIt from 'markdown-it';
import { isWebLink } from './markdown';

interface TextNode {
  type: 'text';
  text: string;
  bold?: true;
  italic?: true;
  strikethrough?: true;
  code?: true;
}
interface LinkNode {
  type: 'link';
  url: string;
  children: TextNode[];
}
type Inline = TextNode | LinkNode;
interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  children: ({ type: 'list-item'; children: Inline[] } | ListNode)[];
}
type Node =
  | { type: 'paragraph' | 'quote'; children: Inline[] }
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'code'; children: TextNode[] }
  | ListNode;

type Token = ReturnType<MarkdownIt['parse']>[number];

const options = { html: false, linkify: true, breaks: true, maxNesting: 16 };
const markdown = new MarkdownIt('commonmark', options)
  .enable(['linkify', 'strikethrough'])
  .disable(['html_block', 'html_inline', 'reference']);
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.validateLink = isWebLink;

/** What a member typed as rich text of Strapi, for an entry editors go on with. Pictures stay behind. */
export function blocksOfMarkdown(text: string): Node[] {
  const nodes: Node[] = [];
  const lists: ListNode[] = [];
  let quotes = 0;
  let heading = 0;
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'blockquote_open') quotes += 1;
    else if (token.type === 'blockquote_close') quotes -= 1;
    else if (token.type === 'heading_open') heading = Math.min(6, Number(token.tag.slice(1)) + 1);
    else if (token.type === 'heading_close') heading = 0;
    else if (/^(?:bullet|ordered)_list_open$/.test(token.type)) {
      const format = token.type.startsWith('ordered') ? 'ordered' : 'unordered';
      const list: ListNode = { type: 'list', format, children: [] };
      const above = lists.at(-1);
      if (above) above.children.push(list);
      else nodes.push(list);
      lists.push(list);
    } else if (/_list_close$/.test(token.type)) lists.pop();
    else if (token.type === 'fence' || token.type === 'code_block') {
      const code: TextNode = { type: 'text', text: token.content.replace(/\n$/, '') };
      const list = lists.at(-1);
      if (list) list.children.push({ type: 'list-item', children: [{ ...code, code: true }] });
      else nodes.push({ type: 'code', children: [code] });
    } else if (token.type === 'inline') {
      const children = inlineNodes(token.children ?? []);
      const list = lists.at(-1);
      if (list) list.children.push({ type: 'list-item', children });
      else if (heading > 0) nodes.push({ type: 'heading', level: heading, children });
      else nodes.push({ type: quotes > 0 ? 'quote' : 'paragraph', children });
    }
  }
  const empty: Node = { type: 'paragraph', children: [{ type: 'text', text: '' }] };
  return nodes.length > 0 ? nodes : [empty];
}

function inlineNodes(tokens: readonly Token[]): Inline[] {
  const nodes: Inline[] = [];
  const marks = new Map<string, number>();
  let link: LinkNode | null = null;
  for (const token of tokens) {
    const { type } = token;
    const [, mark, side] = /^(strong|em|s)_(open|close)$/.exec(type) ?? [];
    if (mark) marks.set(mark, (marks.get(mark) ?? 0) + (side === 'open' ? 1 : -1));
    else if (type === 'link_open') {
      link = { type: 'link', url: String(token.attrGet('href')), children: [] };
    } else if (type === 'link_close' && link) {
      nodes.push(link.children.length > 0 ? link : { type: 'text', text: '' });
      link = null;
    } else {
      const text = /^(?:soft|hard)break$/.test(type) ? '\n' : token.content;
      if (text === '') continue;
      const node: TextNode = {
        type: 'text',
        text,
        ...((marks.get('strong') ?? 0) > 0 && { bold: true }),
        ...((marks.get('em') ?? 0) > 0 && { italic: true }),
        ...((marks.get('s') ?? 0) > 0 && { strikethrough: true }),
        ...(type === 'code_inline' && { code: true }),
      };
      (link ? link.children : nodes).push(node);
    }
  }
  // Strapi wants text around links, and some text at all.
  const spaced = nodes.flatMap((node): Inline[] =>
    node.type === 'link' ? [{ type: 'text', text: '' }, node, { type: 'text', text: '' }] : [node]
  );
  return spaced.length > 0 ? spaced : [{ type: 'text', text: '' }];
}
