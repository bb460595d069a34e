/**
 * The frame's side of `/embed/<element>`: no margins, the accent its address asks for, links that
 * leave open outside, and its height told to the page around it.
 */

/** Room for focus rings, which a frame would cut off. */
const rim = 6;

function adoptLooks(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `body { margin: ${rim}px; font-family: Sarabun, 'Noto Sans Thai', sans-serif }`
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const accent = new URLSearchParams(location.search).get('accent');
  if (accent && /^[\da-f]{6}$/i.test(accent)) {
    document.documentElement.style.setProperty('--km-accent', `#${accent}`);
  }
}

/** A link inside a frame would show another page in its small window. */
function openOutside(event: Event): void {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (link && link.href.split('#')[0] !== location.href.split('#')[0]) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}

/** What WordPress gives a frame it shows, and knows its words by. */
const secret = /[#&?]secret=(\w+)/.exec(location.hash)?.[1];

/** Tells the height in our own words, and in WordPress's where it has given the frame a secret. */
function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height) + 2 * rim;
  // How tall a frame is is nobody's secret: any page may show it, and whoever does may know.
  parent.postMessage({ type: 'km-height', height }, '*');
  if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*');
}

/** WordPress's script may come after our first word, and hides the frame until it has heard one. */
function answerReady({ data, source }: MessageEvent<unknown>): void {
  const isReady = (data as { message?: unknown } | null)?.message === 'ready';
  if (isReady && source === parent) tellHeight();
}

/**
 * WordPress's sandbox lets a frame open no window and save no file; its script follows an address
 * of the frame's own host for it.
 */
function followInWordPress(event: Event): void {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (event.defaultPrevented || link?.target !== '_blank' || link.host !== location.host) return;
  event.preventDefault();
  parent.postMessage({ message: 'link', value: link.href, secret }, '*');
}

adoptLooks();
document.addEventListener('click', openOutside, true);
document.addEventListener('auxclick', openOutside, true);
if (parent !== window) {
  new ResizeObserver(tellHeight).observe(document.body);
  if (secret) {
    // WordPress hides the frame until it has told its height, and browsers observe nothing in hidden
    // frames of others.
    tellHeight();
    addEventListener('message', answerReady);
    addEventListener('click', followInWordPress);
  }
}
