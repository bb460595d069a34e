import { isAscii, isUtf8 } from 'node:buffer';
import type { PageFacts } from '@km-laas/contract';
import type { FetchedPage } from './fetch-page';

/** Of each kind of thing, so that nobody's page makes a long answer. */
const most = 200;
const longest = 2000;
/** A policy is handed back with what it lacks, so it has to be whole; headers are no longer than this. */
const longestPolicy = 16 * 1024;
/** Bytes in which browsers look for the declaration of a charset. */
const head = 1024;

/** What matters of a page to somebody who looks for why the knowledge bank does not show on it. */
export async function readPageFacts({
  address,
  policies,
  type,
  bytes,
}: FetchedPage): Promise<PageFacts> {
  const { Parser } = await import('htmlparser2');
  const charset = charsetOf(type, bytes);
  const facts: PageFacts = {
    address,
    scripts: [],
    tags: [],
    frames: [],
    policies: [],
    charset,
    isMisdeclared: charset !== null && isMisdeclared(charset, bytes),
    showsCode: false,
  };
  const add = <Fact>(list: Fact[], fact: Fact) => void (list.length < most && list.push(fact));
  const addPolicy = (policy = '') => {
    if (policy.trim() !== '') add(facts.policies, cut(policy.trim(), longestPolicy));
  };
  policies.forEach(addPolicy);
  let text = '';
  let isUnseen = false;
  const parser = new Parser({
    onopentag(name, { src, type: kind = '', ...attributes }) {
      isUnseen = name === 'script' || name === 'style';
      if (name === 'script' && src) add(facts.scripts, { src: cut(src), type: cut(kind) });
      if (name === 'iframe' && src) add(facts.frames, cut(src));
      if (name === 'meta' && /^content-security-policy$/i.test(attributes['http-equiv'] ?? '')) {
        addPolicy(attributes.content);
      }
      if (name.startsWith('km-')) {
        const given = Object.entries({ ...attributes, ...(kind && { type: kind }) });
        const attributesCut = Object.fromEntries(
          given.slice(0, 50).map(([key, value]) => [cut(key), cut(value)])
        );
        add(facts.tags, { name: cut(name), attributes: attributesCut });
      }
    },
    onclosetag() {
      isUnseen = false;
    },
    ontext(piece) {
      if (isUnseen) return;
      // Entities come as pieces of their own, so the sign and the name may stand apart.
      text = text.slice(-10) + piece;
      facts.showsCode ||= /<\/?km-[a-z]/.test(text);
    },
  });
  parser.end(new TextDecoder(knownCharset(charset)).decode(bytes));
  return facts;
}

function cut(text: string, most = longest): string {
  return text.slice(0, most);
}

/** What a browser reads the page by: its first bytes, its header, its own word, in this order. */
function charsetOf(type: string, bytes: Buffer): string | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'utf-8';
  const declared =
    /charset\s*=\s*["']?([\w-]+)/i.exec(type) ??
    /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, head));
  return declared ? cut(declared[1] as string).toLowerCase() : null;
}

/** A name this machine reads by; any other is read as the one most pages have. */
function knownCharset(charset: string | null): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').encoding;
  } catch {
    return 'utf-8';
  }
}

/** Whether bytes say another thing than their page: Thai in one byte a letter is no UTF-8, and the reverse. */
function isMisdeclared(charset: string, bytes: Buffer): boolean {
  return !isAscii(bytes) && /^utf-?8$/.test(charset) !== isUtf8(bytes);
}
