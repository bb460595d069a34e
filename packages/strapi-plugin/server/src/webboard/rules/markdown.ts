import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { attachmentUrl } from './attachment-url';

/** What a text may refer to, by the ids the server knows. */
export interface Known {
  /** Attachments of the post itself; a picture of any other is left out. */
  attachments: ReadonlySet<string>;
  /** Names of members it mentions, by id; others stay plain words. */
  members?: ReadonlyMap<string, string>;
}

/** A post's words in the three shapes they are kept in. */
export interface Rendered {
  html: string;
  /** Without any mark-up, a line a block: for search, excerpts, feeds and mails. */
  plain: string;
  /** Members it mentions, each once. */
  mentions: string[];
  /** Links out of the site. */
  links: number;
}

type Token = ReturnType<MarkdownIt['parse']>[number];

/** Blocks within blocks: what is deeper stays the words it was typed as. */
const deepest = 16;
const idShape = /^(attachment|member):([a-z0-9]{24,25})$/;

const options = { html: false, linkify: true, breaks: true, maxNesting: deepest };
const markdown = new MarkdownIt('commonmark', options)
  .enable(['linkify', 'strikethrough'])
  .disable(['html_block', 'html_inline', 'reference']);
// `example.go.th` may be a file's name and `a@b` an accident: only whole addresses become links.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.validateLink = (url) => isWebLink(url) || idShape.test(url);

/** Whether a link may leave the board: http, https or mailto, and nothing that only looks like it. */
export function isWebLink(url: string): boolean {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url) || !URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  // `https://bank.example@evil.example` is read as a bank's address.
  return ['http:', 'https:', 'mailto:'].includes(protocol) && !username && !password;
}

/** Renders what a member typed. Twice over: Markdown without HTML in it, then a list of what may leave. */
export function renderMarkdown(text: string, known: Known): Rendered {
  const tokens = markdown.parse(text, {});
  const mentions = new Set<string>();
  let links = 0;
  for (const { children } of tokens) {
    if (!children) continue;
    resolve(children, known, mentions);
    links += children.filter(({ type }) => type === 'link_open').length;
  }
  const html = sanitizeHtml(
    markdown.renderer.render(tokens, markdown.options, {}),
    allowed(known.attachments)
  );
  return { html: html.trim(), plain: plainOf(tokens), mentions: [...mentions], links };
}

/** Puts what the server knows in the place of references to it, and takes those it does not know out. */
function resolve(tokens: Token[], known: Known, mentions: Set<string>): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.type === 'image') resolvePicture(token, known);
    if (token.type !== 'link_open') continue;
    const [, kind, id = ''] = idShape.exec(String(token.attrGet('href'))) ?? [];
    if (!kind) continue;
    const end = closing(tokens, at);
    const name = kind === 'member' ? known.members?.get(id) : undefined;
    if (name === undefined) {
      // No such member: the words stay, the link goes.
      tokens.splice(end, 1);
      tokens.splice(at, 1);
      at -= 1;
      continue;
    }
    mentions.add(id);
    Object.assign(token, { type: 'mention', nesting: 0, content: `@${name}`, meta: id });
    tokens.splice(at + 1, end - at);
  }
}

function closing(tokens: Token[], opening: number): number {
  const { level } = tokens[opening] as Token;
  const end = tokens.findIndex(
    (token, at) => at > opening && token.type === 'link_close' && token.level === level
  );
  return end < 0 ? tokens.length - 1 : end;
}

function resolvePicture(token: Token, { attachments }: Known): void {
  const [, kind, id = ''] = idShape.exec(String(token.attrGet('src'))) ?? [];
  const isKnown = kind === 'attachment' && attachments.has(id);
  token.meta = isKnown ? id : null;
}

markdown.renderer.rules.image = (tokens, at) => {
  const { meta, content } = tokens[at] as Token;
  const words = markdown.utils.escapeHtml(content);
  if (typeof meta !== 'string') return words;
  return `<img src="${attachmentUrl(meta)}" alt="${words}" loading="lazy">`;
};
markdown.renderer.rules.mention = (tokens, at) => {
  const { meta, content } = tokens[at] as Token;
  return `<span data-km-member="${String(meta)}">${markdown.utils.escapeHtml(content)}</span>`;
};
markdown.renderer.rules.link_open = (tokens, at, options, _env, self) => {
  (tokens[at] as Token).attrSet('rel', 'nofollow ugc noopener');
  return self.renderToken(tokens, at, options);
};
// A page has one first heading, and it is the thread's title.
for (const rule of ['heading_open', 'heading_close'] as const) {
  markdown.renderer.rules[rule] = (tokens, at, options, _env, self) => {
    const token = tokens[at] as Token;
    token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    return self.renderToken(tokens, at, options);
  };
}

function allowed(attachments: ReadonlySet<string>): sanitizeHtml.IOptions {
  const pictures = new Set([...attachments].map(attachmentUrl));
  return {
    allowedTags: [
      ...['p', 'br', 'hr', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'],
      ...['h3', 'h4', 'h5', 'h6', 'a', 'img', 'span'],
    ],
    allowedAttributes: {
      a: ['href', 'rel'],
      img: ['src', 'alt', 'loading'],
      ol: ['start'],
      span: ['data-km-member'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'escape',
    nestingLimit: deepest * 4,
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !pictures.has(attribs.src ?? ''),
  };
}

function plainOf(tokens: readonly Token[]): string {
  const lines: string[] = [];
  for (const token of tokens) {
    if (token.type === 'fence' || token.type === 'code_block') lines.push(token.content);
    else if (token.children) lines.push(token.children.map(wordsOf).join(''));
  }
  return lines
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function wordsOf({ type, content }: Token): string {
  return type === 'softbreak' || type === 'hardbreak' ? '\n' : content;
}
