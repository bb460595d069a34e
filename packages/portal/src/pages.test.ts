import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderDocument } from './layout/document.js';
import type { Page } from './page.js';
import { house } from './pages.js';
import { readPictures } from './publish/pictures.js';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const pictures = await readPictures();

const assets = {
  style: '/portal/assets/portal-0123456789ab.css',
  script: '/portal/assets/portal-0123456789ab.js',
  builder: '/portal/assets/builder-0123456789ab.js',
  emblem: '/portal/assets/emblem-0123456789ab.svg',
  cards: {
    site: '/portal/assets/card-site-0123456789ab.png',
    faqs: '/portal/assets/card-faqs-0123456789ab.png',
  },
  pictures: Object.fromEntries(
    pictures.map(({ name, width, height }) => [
      name,
      { address: `/portal/assets/picture-${name}-0123456789ab.webp`, width, height },
    ])
  ),
  preload: ['/portal/assets/sarabun-thai-400-0123456789ab.woff2'],
};
/** What the server and the widgets answer beside the pages. */
const routesOfServer = [
  /^\/widgets\/v1\/km\.js$/,
  /^\/portal\/assets\/[\w-]+-[0-9a-f]{12}\.\w+$/,
  /^\/api\/km\/v1\/(news\.atom|updates\.atom|threads\.atom|openapi\.json)$/,
  /^\/api\/km\/v1\/(fiscal\/(overview|map)|subsidies)\.(csv|xlsx)$/,
  /^\/open-data\/(catalog\.jsonld|fiscal\/datapackage\.json)$/,
  /^\/opensearch\.xml$/,
  /^\/sitemap\.xml$/,
  /^\/members(\/register)?$/,
];

/** A page as a browser reads it, with what the parser had to forgive. */
function read(page: Page) {
  const source = renderDocument(page, house, assets);
  const errors: string[] = [];
  const tree = parse(source, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`),
  });
  const elements = elementsBelow(tree);
  const all = (...names: string[]) => elements.filter(({ tagName }) => names.includes(tagName));
  return { source, errors, elements, all };
}

function elementsBelow(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => [
    ...('tagName' in child ? [child] : []),
    ...elementsBelow(child),
  ]);
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

describe.each(house.pages.map((page) => [page.file, page] as const))('%s', (_file, page) => {
  const { source, errors, elements, all } = read(page);

  it('is valid enough for a parser to forgive nothing', () => {
    expect(errors).toEqual([]);
  });

  it('says its language, one title and one main heading', () => {
    expect(attribute(all('html')[0], 'lang')).toBe(page.lang ?? 'th');
    for (const name of ['header', 'footer']) {
      expect(attribute(all(name)[0], 'lang')).toBe(page.lang && 'th');
    }
    expect(all('title').map((title) => textOf(title).trim() !== '')).toEqual([true]);
    const headings = all('h1');
    expect(headings).toHaveLength(1);
    expect(textOf(headings[0] as Node).trim()).not.toBe('');
  });

  it('steps down one heading level at a time', () => {
    const levels = all('h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName[1]));
    const main = levels.slice(levels.indexOf(1));
    main.forEach((level, index) => {
      if (index > 0) expect(level).toBeLessThanOrEqual((main[index - 1] as number) + 1);
    });
  });

  it('has each landmark once and names every navigation apart', () => {
    for (const name of ['header', 'main', 'footer']) expect(all(name)).toHaveLength(1);
    const names = all('nav').map((nav) => attribute(nav, 'aria-label'));
    expect(names.every(Boolean)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has a picture of its service beside its address, where it is listed', () => {
    const image = all('meta').find((meta) => attribute(meta, 'property') === 'og:image');
    const card = page.section === '/faqs' ? 'faqs' : 'site';
    expect(image && attribute(image, 'content')).toBe(
      page.isListed ? `<!--km:origin-->/portal/assets/card-${card}-0123456789ab.png` : undefined
    );
  });

  it('leads past the header at the first press of Tab', () => {
    const first = all('a', 'button', 'input')[0];
    expect(attribute(first, 'href')).toBe(`#${attribute(all('main')[0], 'id')}`);
  });

  it('uses every id once, and only ids that exist', () => {
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    for (const element of elements) {
      for (const name of ['for', 'aria-controls', 'aria-labelledby', 'aria-describedby']) {
        const value = attribute(element, name);
        if (value !== undefined) expect(ids, `${element.tagName} ${name}`).toContain(value);
      }
    }
  });

  it('leads only to pages and anchors that exist', () => {
    for (const element of elements) {
      for (const name of ['href', 'src', 'action']) {
        const value = attribute(element, name);
        if (value === undefined || value.includes('<!--km:') || /^tel:\+?\d+$/.test(value))
          continue;
        const { pathname, hash, origin } = new URL(value, `https://km.test${page.path ?? '/x'}`);
        expect(origin, value).toBe('https://km.test');
        if (routesOfServer.some((route) => route.test(pathname))) continue;
        const target = house.pages.find(
          ({ path }) => path === (value.startsWith('#') ? page.path : pathname)
        );
        if (!value.startsWith('#')) expect(target, value).toBeDefined();
        if (hash) expect(read(target ?? page).source).toContain(`id="${hash.slice(1)}"`);
      }
    }
  });

  it('needs no exception from a policy that allows files of its own server alone', () => {
    expect(all('style', 'object', 'embed', 'base')).toEqual([]);
    for (const frame of all('iframe')) {
      expect(attribute(frame, 'sandbox')).toBe('allow-scripts allow-popups');
      expect(attribute(frame, 'src')).toBeUndefined();
    }
    for (const script of all('script')) {
      expect(attribute(script, 'src')).toMatch(/^\/(portal|widgets)\//);
      expect(textOf(script)).toBe('');
    }
    for (const { attrs } of elements) {
      for (const { name } of attrs) expect(name).not.toMatch(/^(on|style$)/);
    }
    expect(source).not.toMatch(/javascript:|data:[a-z]+\//);
  });

  it('links the questions from its foot and says its date and version', () => {
    const footer = all('footer')[0] as Element;
    const links = elementsBelow(footer).map((element) => attribute(element, 'href'));
    expect(links).toContain('/faqs');
    expect(textOf(footer)).toMatch(/ปรับปรุงเว็บไซต์ล่าสุด\s+\d+ \S+ 25\d\d/);
    expect(textOf(footer)).toMatch(/รุ่น \d+\.\d+\.\d+/);
  });

  it('marks where it is in the main menu, where it is in it at all', () => {
    const marked = elementsBelow(all('header')[0] as Element).filter((element) =>
      attribute(element, 'aria-current')
    );
    expect(marked.map((element) => attribute(element, 'href'))).toEqual(
      page.section ? [page.section] : []
    );
    if (page.section) {
      const isThePageItself = page.path === page.section;
      expect(attribute(marked[0], 'aria-current')).toBe(isThePageItself ? 'page' : 'true');
    }
  });

  it('brings the widgets only where there is one', () => {
    const hasWidget = elements.some(({ tagName }) => tagName.startsWith('km-'));
    expect(source.includes('/widgets/v1/km.js"></script>\n<link')).toBe(hasWidget);
  });
});

describe('pages of a service', () => {
  it.each(house.services)('$name has a list with the place for its plain version', (service) => {
    const page = house.pages.find(({ path }) => path === `/${service.name}`) as Page;
    const { source, all } = read(page);
    const [element, ...others] = all(service.tag);
    expect(others).toEqual([]);
    expect(attribute(element, 'item-href')).toBe(
      service.isFigures ? undefined : `/${service.name}/{id}`
    );
    expect(attribute(element, 'item')).toBeUndefined();
    expect(source).toContain('><!--km:fallback--></' + service.tag);
    expect(source).toContain('<link rel="canonical" href="<!--km:canonical-->"');
  });

  it.each(house.services.filter(({ isFigures }) => !isFigures))(
    '$name has a shell with every marker of an item',
    (service) => {
      const page = house.pages.find(({ file }) => file === `${service.name}-item.html`) as Page;
      const { source, all } = read(page);
      expect(attribute(all(service.tag)[0], 'item')).toBe('<!--km:item-->');
      expect(source).toContain('<title><!--km:title--></title>');
      expect(source).toContain('<meta name="description" content="<!--km:description-->"');
      expect(source).toContain('<link rel="canonical" href="<!--km:canonical-->"');
      expect(source).toContain('><!--km:fallback--></' + service.tag);
      expect(source).toContain('<!--km:qr-->');
      const trail = all('nav').find((nav) => attribute(nav, 'class') === 'trail') as Element;
      const steps = elementsBelow(trail).flatMap((element) => attribute(element, 'href') ?? []);
      expect(steps).toEqual(['/', `/${service.name}`]);
    }
  );

  it('of figures leads from a service to the figures themselves', () => {
    for (const { name } of house.services.filter(({ isFigures }) => isFigures)) {
      const page = house.pages.find(({ path }) => path === `/${name}`) as Page;
      expect(
        read(page)
          .all('a')
          .map((link) => attribute(link, 'href'))
      ).toContain('/open-data');
      expect(house.pages.some(({ file }) => file === `${name}-item.html`)).toBe(false);
    }
  });

  it('uses no marker the server does not know', () => {
    const known = 'title description canonical origin oembed qr structured fallback item'.split(
      ' '
    );
    for (const page of house.pages) {
      for (const [, name] of read(page).source.matchAll(/<!--km:(.*?)-->/g)) {
        expect(known).toContain(name);
      }
    }
  });

  it('stay whole when the server fills them with hostile words, escaped', () => {
    const page = house.pages.find(({ file }) => file === 'laws-item.html') as Page;
    const words = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;';
    const { source } = read(page);
    const filled = source.replace(/<!--km:(?!fallback|structured)\w+-->/g, words);
    const names = elementsBelow(parse(filled)).map(({ tagName }) => tagName);
    expect(names).toEqual(elementsBelow(parse(source)).map(({ tagName }) => tagName));
  });
});

describe('a page of anyone else’s words', () => {
  it('shows them as text', () => {
    const words = `"><script>alert('x')</script>`;
    const page: Page = {
      ...(house.pages[0] as Page),
      title: words,
      description: words,
      trail: [{ title: words, path: words }],
    };
    const { all } = read(page);
    expect(all('script')).toHaveLength(2);
    expect(textOf(all('title')[0] as Node)).toContain(words);
    const description = all('meta').find((meta) => attribute(meta, 'name') === 'description');
    expect(attribute(description, 'content')).toBe(words);
  });
});

it('a page in two languages leads to and fro', () => {
  const translated = house.pages.filter(({ translation }) => translation);
  expect(translated.map(({ path }) => path)).toEqual(['/embed', '/en/embed']);
  for (const page of translated) {
    const other = translated.find(({ path }) => path === page.translation);
    expect(other?.translation).toBe(page.path);
    const links = read(page).all('a', 'link');
    expect(links.map((link) => attribute(link, 'href'))).toContain(page.translation);
  }
});

it('every file and address is there once', () => {
  for (const key of ['file', 'path'] as const) {
    const values = house.pages.flatMap((page) => page[key] ?? []);
    expect(values).toEqual([...new Set(values)]);
  }
});

describe('the search', () => {
  it.each(house.pages.map((page) => [page.file, page] as const))(
    'has one box on %s, whose form works without a script',
    (_file, page) => {
      const { all } = read(page);
      const boxes = all('km-search-box');
      expect(boxes).toHaveLength(1);
      const form = elementsBelow(boxes[0] as Element).find(({ tagName }) => tagName === 'form');
      expect(attribute(form, 'action')).toBe('/search');
      expect(attribute(form, 'method')).toBe('get');
      // A slot the element does not have: the form goes when the element comes.
      expect(attribute(form, 'slot')).toBe('form');
      const fields = elementsBelow(form as Element).filter(({ tagName }) => tagName === 'input');
      expect(fields.map((field) => attribute(field, 'name'))).toEqual(['q']);
    }
  );

  it('shows its answers in a page that search engines leave alone', () => {
    const page = house.pages.find(({ path }) => path === '/search') as Page;
    const { source, all } = read(page);
    expect(attribute(all('km-search-box')[0], 'results')).toBe('list');
    expect(source).toContain('value="<!--km:item-->"');
    expect(source).toContain('<!--km:fallback-->');
    expect(source).toContain('noindex');
  });
});
