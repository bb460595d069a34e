import { contrastOf, grounds, leastContrast, nearestReadable } from './contrast.js';
import { frameAddress, hosts, type Choice, type Release } from './snippets.js';
import type { Language, Translation } from './translations/index.js';

const part = <Kind extends HTMLElement>(id: string) =>
  document.getElementById(`embed-${id}`) as Kind;
const valueOf = (id: string) => part<HTMLInputElement | HTMLSelectElement>(id).value.trim();

/** What elements do without being told; said only where it differs. */
const usual: Record<string, string> = { limit: '10', theme: 'light', density: 'comfortable' };

let words: Translation;
let release: Release | null = null;

/** Keeps the preview, the code and the warnings in step with what is chosen. */
export function connectBuilder(translation: Translation, language: Language): void {
  words = translation;
  const form = part<HTMLFormElement>('form');
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', show);
  part('host').addEventListener('input', show);
  part('authority').addEventListener('input', () => void suggestAuthorities());
  part('mend').addEventListener('click', () => {
    part<HTMLInputElement>('accent').value = nearestReadable(valueOf('accent'), ground());
    show();
    part('accent').focus();
  });
  part('copy').addEventListener('click', () => void copyCode());
  for (const button of document.querySelectorAll<HTMLElement>('[data-width]')) {
    button.addEventListener('click', () => setWidth(button));
  }
  part('pinned').addEventListener('change', () => void findRelease());
  void fillTopics(language).finally(show);
  addEventListener(
    'message',
    ({ data, source }: MessageEvent<{ type?: string; height?: number }>) => {
      const preview = part<HTMLIFrameElement>('preview');
      if (source !== preview.contentWindow || data?.type !== 'km-height') return;
      preview.style.height = `${Math.min(Math.max(data.height ?? 0, 120), 900)}px`;
    }
  );
}

/** Reads which release runs, and the hash that vouches for it. */
async function findRelease(): Promise<void> {
  try {
    const answer = await fetch('/widgets/v1/manifest.json');
    const { version, integrity } = (await answer.json()) as {
      version: string;
      integrity: Record<string, string>;
    };
    release = { version, integrity: integrity['km-checked.js']! };
    part('release').textContent = '';
  } catch {
    // The code must not look checked when it is not.
    part<HTMLInputElement>('pinned').checked = false;
    part('release').textContent = words.noRelease;
  }
  show();
}

function ground(): string {
  return grounds[valueOf('theme') === 'dark' ? 'dark' : 'light'];
}

function choice(): Choice {
  const [option] = part<HTMLSelectElement>('element').selectedOptions;
  const takes = (option?.dataset.takes ?? '').split(' ');
  for (const field of document.querySelectorAll<HTMLElement>('[data-taken]')) {
    field.hidden = !takes.includes(field.dataset.taken ?? '');
  }
  const attributes: Record<string, string> = {};
  for (const name of ['authority', 'topic', 'limit', 'lang', 'theme', 'density']) {
    const value = name === 'authority' ? (/\d{8}/.exec(valueOf(name))?.[0] ?? '') : valueOf(name);
    const isTaken = !['authority', 'topic', 'limit'].includes(name) || takes.includes(name);
    const isSound = name !== 'limit' || /^([1-9]\d?|100)$/.test(value);
    if (value && value !== usual[name] && isTaken && isSound) attributes[name] = value;
  }
  return {
    origin: location.origin,
    name: valueOf('element'),
    path: option?.dataset.path ?? '/',
    title: option?.textContent?.trim() ?? '',
    attributes,
    accent: part<HTMLInputElement>('coloured').checked ? valueOf('accent') : null,
    release: part<HTMLInputElement>('pinned').checked ? release : null,
  };
}

function show(): void {
  const chosen = choice();
  const preview = part<HTMLIFrameElement>('preview');
  const address = frameAddress(chosen);
  if (preview.src !== address) preview.src = address;
  const host = hosts.find(({ name }) => name === valueOf('host')) ?? hosts[0]!;
  part('code').textContent = host.write(chosen, words);
  part('pinning').hidden = !host.takesRelease;
  part('steps').replaceChildren(
    ...words.hosts[host.name].steps.map((step) =>
      Object.assign(document.createElement('li'), { textContent: step })
    )
  );
  part('copied').textContent = '';
  showContrast(chosen.accent);
}

/** One colour cannot be read both on white and on black, so the ground is the one that is chosen. */
function showContrast(accent: string | null): void {
  const contrast = accent ? contrastOf(accent, ground()) : Infinity;
  const isReadable = contrast >= leastContrast;
  part('mend').hidden = isReadable;
  part('contrast').textContent = !accent
    ? ''
    : valueOf('theme') === 'auto'
      ? words.contrast.onEither
      : isReadable
        ? words.contrast.good(contrast.toFixed(1))
        : words.contrast.bad(contrast.toFixed(1), leastContrast);
}

function setWidth(pressed: HTMLElement): void {
  for (const button of document.querySelectorAll('[data-width]')) {
    button.setAttribute('aria-pressed', String(button === pressed));
  }
  const { width } = pressed.dataset;
  part('preview').style.maxInlineSize = width ? `${width}px` : '';
}

async function copyCode(): Promise<void> {
  const code = part('code').textContent ?? '';
  try {
    await navigator.clipboard.writeText(code);
    part('copied').textContent = words.copied;
  } catch {
    // Without leave to write, the reader copies what is marked.
    getSelection()?.selectAllChildren(part('code'));
    part('copied').textContent = words.copyByHand;
  }
}

async function ask<Data>(path: string): Promise<Data[]> {
  const answer = await fetch(`/api/km/v1/${path}`, { credentials: 'omit' });
  return answer.ok ? ((await answer.json()) as { data: Data[] }).data : [];
}

interface Topic {
  slug: string;
  titleTh: string;
  titleEn: string;
  children?: Topic[];
}

async function fillTopics(language: Language): Promise<void> {
  const add = (topics: readonly Topic[], depth: number): void => {
    for (const { slug, titleTh, titleEn, children = [] } of topics) {
      const title = language === 'en' ? titleEn : titleTh;
      part('topic').append(new Option(`${'\u2003'.repeat(depth)}${title}`, slug));
      add(children, depth + 1);
    }
  };
  add(await ask<Topic>('topics'), 0);
}

let asked = 0;
async function suggestAuthorities(): Promise<void> {
  const typed = valueOf('authority');
  const turn = ++asked;
  if (typed.length < 2 || /\d{8}/.test(typed)) return;
  await new Promise((resolve) => setTimeout(resolve, 200));
  if (turn !== asked) return;
  const found = await ask<{ code: string; name: string; province: string }>(
    `authorities?q=${encodeURIComponent(typed)}`
  );
  if (turn !== asked) return;
  part('authorities').replaceChildren(
    ...found
      .filter(({ code }) => code)
      .map(
        ({ code, name, province }) => new Option('', `${code} ${name} ${words.province}${province}`)
      )
  );
}
