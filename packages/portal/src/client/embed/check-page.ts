import type { PageFacts as FetchedFacts } from '@km-laas/contract';
import type { Translation } from './translations/index.js';

/** What matters of a page that shows the knowledge bank. */
export type PageFacts = Omit<FetchedFacts, 'address'> & {
  /** Address of the page; null where only its source is known. */
  address: string | null;
};

/** Something that keeps the knowledge bank from showing, and what mends it. */
export interface Finding {
  what: string;
  mend: string;
  /** To be put in as it stands. */
  code?: string;
}

/** What stands on the knowledge bank's side. */
export interface Bank {
  origin: string;
  /** Tags it has, e.g. `km-faq-list`. */
  tags: readonly string[];
}

type Words = Translation['findings'];

/** Says what is wrong with a page; nothing where all is well. */
export function checkPage(page: PageFacts, bank: Bank, words: Words): Finding[] {
  const ours = page.tags.filter(({ name }) => name.startsWith('km-'));
  const frames = page.frames.filter((src) => src.includes('/embed/'));
  return [
    ...findTags(page, ours, frames, bank, words),
    ...(ours.length > 0 ? findScripts(page, bank, words) : []),
    ...findFrames(page, frames, words),
    ...findPolicies(page, bank, { hasTags: ours.length > 0, hasFrames: frames.length > 0 }, words),
    ...findCharset(page, words),
  ];
}

function findTags(
  { showsCode }: PageFacts,
  ours: PageFacts['tags'],
  frames: readonly string[],
  { origin, tags }: Bank,
  words: Words
): Finding[] {
  const findings: Finding[] = [];
  if (ours.length === 0 && frames.length === 0) {
    const code = `<iframe src="${origin}/embed/faq-list" title="${words.frameTitle}" width="100%" height="640" loading="lazy" style="border: 0"></iframe>`;
    findings.push(showsCode ? words.shownAsText : { ...words.noTag, code });
  }
  for (const { name, attributes } of ours) {
    if (!tags.includes(name)) findings.push(words.unknownTag(name, tags.join(', ')));
    const { authority } = attributes;
    if (authority !== undefined && !/^\d{8}$/.test(authority)) {
      findings.push(words.wrongAuthority(name, authority));
    }
  }
  return findings;
}

function findScripts({ scripts, address }: PageFacts, { origin }: Bank, words: Words): Finding[] {
  const code = `<script type="module" src="${origin}/widgets/v1/km.js"></script>`;
  const loaders = scripts.filter(({ src }) => /\/widgets\/[^/]+\/km(-checked)?\.js/.test(src));
  if (loaders.length === 0) return [{ ...words.noScript, code }];
  const findings: Finding[] = [];
  for (const { src, type } of loaders) {
    if (type !== 'module') findings.push({ ...words.noModule, code });
    if (src.startsWith('http:') && address?.startsWith('https:')) {
      findings.push({ ...words.scriptByHttp, code });
    }
    const release = /\/widgets\/([^/]+)\//.exec(src)?.[1] ?? '';
    // Who checks files has named the release on purpose.
    if (release !== 'v1' && !src.includes('km-checked.js')) {
      findings.push({ ...words.oldRelease(release), code });
    }
  }
  return findings;
}

function findFrames({ address }: PageFacts, frames: readonly string[], words: Words): Finding[] {
  if (!address?.startsWith('https:')) return [];
  return frames
    .filter((src) => src.startsWith('http:'))
    .map((src) => ({ ...words.frameByHttp, code: src.replace(/^http:/, 'https:') }));
}

/** Directives that must name us, and the one that holds where they are left out. */
const forTags = ['script-src', 'connect-src', 'img-src'];
const forFrames = ['frame-src'];

function findPolicies(
  { address, policies, scripts, frames }: PageFacts,
  { origin }: Bank,
  { hasTags, hasFrames }: { hasTags: boolean; hasFrames: boolean },
  words: Words
): Finding[] {
  const loader = scripts.find(({ src }) => /\/widgets\/[^/]+\/km(-checked)?\.js/.test(src))?.src;
  const frame = frames.find((src) => src.includes('/embed/'));
  const asked = originOf(loader ?? frame) ?? origin;
  // By http it would be refused anyway, which is told by itself.
  const host = address?.startsWith('https:') ? asked.replace(/^http:/, 'https:') : asked;
  const needed = [...(hasTags ? forTags : []), ...(hasFrames ? forFrames : [])];
  return policies.flatMap((policy) => {
    const directives = new Map(
      policy
        .split(';')
        .map((one) => one.trim().split(/\s+/))
        .map(([name = '', ...sources]) => [name.toLowerCase(), sources] as const)
    );
    const findings: Finding[] = [];
    const blocked = needed.filter((name) => {
      const sources =
        directives.get(name) ??
        (name === 'frame-src' ? directives.get('child-src') : undefined) ??
        directives.get('default-src');
      return sources !== undefined && !sources.some((source) => allows(source, host));
    });
    if (blocked.length > 0) {
      const mended = new Map(directives);
      for (const name of blocked) {
        const sources = directives.get(name) ?? directives.get('default-src') ?? [];
        mended.set(name, [...sources.filter((source) => source !== "'none'"), host]);
      }
      findings.push({
        ...words.policy(host, blocked.join(', ')),
        code: `Content-Security-Policy: ${[...mended].map(([name, sources]) => [name, ...sources].join(' ')).join('; ')}`,
      });
    }
    const types = directives.get('trusted-types');
    if (hasTags && types && !types.includes('lit-html') && !types.includes('*')) {
      findings.push({
        ...words.trustedTypes,
        code: `trusted-types ${[...types.filter((type) => type !== "'none'"), 'lit-html', 'km-html'].join(' ')}`,
      });
    }
    return findings;
  });
}

/** Whether a source of a policy covers an origin; nonces and hashes do not reach what a script loads. */
function allows(source: string, origin: string): boolean {
  const { protocol, host } = new URL(origin);
  if (source === '*' || source === origin || source === `${origin}/` || source === protocol) {
    return true;
  }
  const bare = source.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  return bare === host || (bare.startsWith('*.') && host.endsWith(bare.slice(1)));
}

function originOf(address: string | undefined): string | null {
  try {
    return address ? new URL(address).origin : null;
  } catch {
    return null;
  }
}

function findCharset({ charset, isMisdeclared }: PageFacts, words: Words): Finding[] {
  const code = '<meta charset="utf-8">';
  if (!charset) return [{ ...words.noCharset, code }];
  if (isMisdeclared) return [{ ...words.misdeclared(charset), code }];
  if (/^(utf-?8|tis-?620|windows-874|iso-8859-11)$/.test(charset)) return [];
  return [{ ...words.foreignCharset(charset), code }];
}
