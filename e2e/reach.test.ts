import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage, overflow, untilLoaded } from './browser.js';

/** What WCAG 2.2 asks beyond what axe sees, on a municipal page with every element and on our own. */

/** In the order of the page, after what stands in its head. */
const tags = [
  'km-news-ticker',
  'km-update-log',
  'km-faq-list',
  'km-fiscal-chart',
  'km-subsidy-table',
  'km-manual-browser',
  'km-law-library',
  'km-form-downloader',
  'km-webboard',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function openProvince(options: { width?: number; height?: number } = {}): Promise<Page> {
  const { page } = await openPage(browser, inject('site'), options);
  for (const tag of tags) await untilLoaded(page, tag);
  await page.evaluate(() => window.scrollTo(0, 0));
  return page;
}

/**
 * What runs in the page: every element below a root, also in the shadow of others, that a reader
 * can see. It is handed over as text, because functions that pages are given know no others.
 */
const seen = `(root = document) => {
  const all = [];
  const visit = (at) => {
    for (const element of at.querySelectorAll('*')) {
      if (element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) all.push(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(root);
  return all;
}`;

/** Elements whose words do not fit: cut off, or running out to the side, without a way to scroll. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(`(${seen})().flatMap((element) => {
    const style = getComputedStyle(element);
    const isForEyes = element.clientWidth > 1 && element.clientHeight > 1;
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
    // One line that ends in an ellipsis says so, and what it is a part of opens.
    if (!isForEyes || style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return [];
    const isCut =
      (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    return isCut ? [element.localName + '.' + element.className + ': ' + element.textContent.trim().slice(0, 60)] : [];
  })`) as Promise<string[]>;
}

describe('every element on a municipal page', () => {
  it('reflows at 400 %, a window of 320 by 256 px', async () => {
    const page = await openProvince({ width: 320, height: 256 });
    expect(await overflow(page)).toBe(0);
    expect(await cutOff(page)).toEqual([]);
    await page.context().close();
  });

  it('takes the spacing of text a reader chooses', async () => {
    const page = await openProvince({ width: 360 });
    // WCAG 1.4.12, on every element by name: what shadow roots hold inherits it.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        `body, body * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
         p { margin-block-end: 2em !important }`
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    expect(await overflow(page)).toBe(0);
    expect(await cutOff(page)).toEqual([]);
    await page.context().close();
  });

  it('keeps its edges, and nothing axe objects to, in forced colours', async () => {
    const page = await openProvince();
    await page.emulateMedia({ forcedColors: 'active' });
    // Of colours axe knows those of the page, not those the reader chose.
    const findings = await accessibilityFindings(page);
    expect(findings.filter((one) => !one.startsWith('color-contrast'))).toEqual([]);
    // Without backgrounds, what is pressed is known by its border or as a link's underline.
    const edgeless = await page.evaluate(`(${seen})().flatMap((element) => {
      if (!element.matches('button, select, input:not([type=checkbox], [type=radio])')) return [];
      if (!element.getRootNode().host?.localName.startsWith('km-')) return [];
      const hasBorder = ({ borderBlockEndWidth, borderBlockEndStyle }) =>
        parseFloat(borderBlockEndWidth) > 0 && borderBlockEndStyle !== 'none';
      const style = getComputedStyle(element);
      // A field and its button may stand in one frame.
      const hasEdge = hasBorder(style) || hasBorder(getComputedStyle(element.parentElement));
      const isText = style.textDecorationLine.includes('underline') || element.querySelector('svg');
      return hasEdge || isText ? [] : [element.outerHTML.slice(0, 120)];
    })`);
    expect(edgeless).toEqual([]);
    await page.context().close();
  });

  it('keeps still for who asked for less motion', async () => {
    const { page } = await openPage(browser, 'about:blank');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(inject('site'));
    for (const tag of tags) await untilLoaded(page, tag);
    const moving = await page.evaluate(`(${seen})().flatMap((element) =>
      element.getAnimations().filter(({ playState }) => playState === 'running').map((animation) =>
        element.localName + ' ' + (animation.animationName ?? animation.transitionProperty)))`);
    expect(moving).toEqual([]);
    await page.context().close();
  });

  it('tells screen readers the name of everything that can be reached', async () => {
    const page = await openProvince();
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const pressed =
      /^(?:button|checkbox|combobox|link|menuitem|option|radio|searchbox|slider|switch|tab|textbox)$/i;
    const named = nodes
      .filter(({ ignored, role }) => !ignored && pressed.test(String(role?.value)))
      .map(({ role, name }) => `${role?.value}: ${name?.value ?? ''}`.trim());
    // Each element adds several.
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((one) => /^\w+:$/.test(one))).toEqual([]);
    // What a list of links read out alone would not tell apart.
    expect(named.filter((one) => /: (คลิกที่นี่|ที่นี่|อ่านต่อ|เพิ่มเติม|ดู)$/.test(one))).toEqual([]);
    await page.context().close();
  });

  it('can be walked through by keyboard, in order, each stop in sight and marked', async () => {
    const page = await openProvince();
    const stops: string[] = [];
    const faults: string[] = [];
    for (let turn = 0; turn < 400; turn += 1) {
      await page.keyboard.press('Tab');
      const stop = (await page.evaluate(describeFocus)) as Stop | null;
      if (!stop) break;
      stops.push(stop.host);
      if (!stop.isMarked) faults.push(`${stop.what} has no mark`);
      if (!stop.isInSight) faults.push(`${stop.what} is out of sight`);
    }
    expect(faults).toEqual([]);
    // Out at the end again: nothing holds the keyboard.
    expect(stops.length).toBeLessThan(400);
    const order = stops.filter((host, at) => host.startsWith('km-') && host !== stops[at - 1]);
    expect(order).toEqual(['km-member-menu', 'km-search-box', ...tags]);
    await page.context().close();
  });
});

interface Stop {
  /** The element of ours it belongs to, or its own name. */
  host: string;
  what: string;
  isMarked: boolean;
  isInSight: boolean;
}

/** Where the keyboard is, as a reader sees it; null where it has left the page. */
const describeFocus = `(() => {
  let focused = document.activeElement;
  let host = focused?.localName;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return null;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
  // A mark may stand on what is around: a field with its button, a card.
  const around = focused.parentElement ?? focused.getRootNode().host;
  const ring = around && getComputedStyle(around);
  const isMarked =
    (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none' ||
    (ring && ((ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2) || ring.boxShadow !== 'none'));
  const { top, bottom, left, right } = focused.getBoundingClientRect();
  return {
    host,
    what: host + ' ' + focused.localName + ' "' + (focused.textContent.trim() || focused.getAttribute('aria-label') || '').slice(0, 40) + '"',
    isMarked: !!isMarked,
    isInSight: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  };
})()`;

describe('pages', () => {
  const shift = async (url: string, width: number) => {
    const { page } = await openPage(browser, url, { width });
    await page.waitForLoadState('networkidle');
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          const add = (entries: PerformanceEntryList) => {
            for (const entry of entries as (PerformanceEntry & {
              value: number;
              hadRecentInput: boolean;
            })[]) {
              if (!entry.hadRecentInput) sum += entry.value;
            }
          };
          new PerformanceObserver((list) => add(list.getEntries())).observe({
            type: 'layout-shift',
            buffered: true,
          });
          setTimeout(() => resolve(sum), 500);
        })
    );
    await page.context().close();
    return moved;
  };

  it.each([360, 1280])('keep everything in its place while it loads, at %i px', async (width) => {
    for (const url of [inject('site'), inject('km'), `${inject('km')}/faqs`]) {
      expect(await shift(url, width), url).toBeLessThan(0.02);
    }
  });
});
