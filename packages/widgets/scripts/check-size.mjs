import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Most bytes, compressed as a server would at its best (gzip -9). */
const budgets = {
  loader: 2.5 * 1024,
  /** An element at work: its list, its filters, its states. */
  element: 20 * 1024,
  /** The same with every part a reader can open: item pages, print, feedback, picture viewer. */
  everything: 28 * 1024,
};

/** Elements with other budgets than the rest. */
const exceptions = {
  // Before anybody has searched: it may stand on every page.
  'search-box': { element: 16 * 1024 },
  // The first is what comes before the chart library is needed; the second counts that library,
  // every view, the map and the choice of an authority.
  'fiscal-chart': { element: 22 * 1024, everything: 78 * 1024 },
  // They show texts in full at once, which others do when an item is opened.
  'faq-list': { element: 21 * 1024 },
  'news-ticker': { element: 21 * 1024 },
  'update-log': { element: 21 * 1024 },
  // What signs in comes as files of its own, which the webboard shares.
  'member-menu': { element: 20.25 * 1024 },
  // The list; then with all that asking, answering and moderating take.
  webboard: { element: 24 * 1024, everything: 52 * 1024 },
};

/** What a reader does who only reads, where that takes more than the list. */
const readings = [
  {
    what: 'km.js + webboard, a thread',
    files: ['km.js', 'webboard.js', 'thread-page.js'],
    budget: 32 * 1024,
    // The editor is fetched by who writes.
    never: /composer|ask-page|outbox|act-dialogs|member-session/,
  },
];
const budgetOf = (name, kind) => exceptions[name]?.[kind] ?? budgets[kind];

const folder = new URL('../dist/embed/', import.meta.url);
const source = new URL('../src/elements/', import.meta.url);
const elements = readdirSync(source).filter((name) =>
  existsSync(new URL(`${name}/${name}.define.ts`, source))
);

/** A file and everything it imports statically. */
function collect(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const code = readFileSync(new URL(name, folder), 'utf8');
  for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) {
    collect(imported, found);
  }
  return found;
}

/** What is fetched later: when the reader opens an item or a dialogue, or reads English. */
function collectLater(names) {
  const later = new Set();
  const visit = (name) => {
    const code = readFileSync(new URL(name, folder), 'utf8');
    for (const [, imported] of code.matchAll(/import\(["']\.\/([^"']+)["']\)/g)) {
      for (const part of collect(imported)) {
        if (later.has(part) || names.includes(part)) continue;
        later.add(part);
        visit(part);
      }
    }
  };
  names.forEach(visit);
  return [...later];
}

const gzipSize = (name) => gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).length;
const total = (names) => [...names].reduce((sum, name) => sum + gzipSize(name), 0);

const rows = [
  { what: 'km.js (loader)', files: ['km.js'], budget: budgets.loader },
  ...elements.map((name) => ({
    what: `km.js + ${name}`,
    files: [...collect('km.js'), ...collect(`${name}.js`)],
    budget: budgetOf(name, 'element'),
  })),
  ...elements.map((name) => {
    const files = [...collect('km.js'), ...collect(`${name}.js`)];
    const later = collectLater(files).filter((file) => !/(?:^|\.)en\.js$/.test(file));
    return {
      what: `km.js + ${name}, all opened`,
      files: [...files, ...later],
      budget: budgetOf(name, 'everything'),
    };
  }),
  ...readings.map(({ what, files, budget, never }) => {
    const all = [...new Set(files.flatMap((name) => [...collect(name)]))];
    const tooEarly = all.filter((name) => never.test(name));
    if (tooEarly.length)
      throw new Error(`${what}: fetches ${tooEarly.join(', ')} before its time.`);
    return { what, files: all, budget };
  }),
].map((row) => ({ ...row, bytes: total(new Set(row.files)) }));

let isOver = false;
for (const { what, files, budget, bytes } of rows) {
  isOver ||= bytes > budget;
  const verdict = bytes > budget ? 'OVER' : 'ok';
  console.log(
    `${verdict.padEnd(5)}${what.padEnd(40)}${String(bytes).padStart(7)} of ${budget} bytes  ${files
      .map((name) => `${name} ${gzipSize(name)}`)
      .join(', ')}`
  );
}
process.exitCode = isOver ? 1 : 0;
