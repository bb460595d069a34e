import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { faqListItem } from './fixtures/faqs.js';
import { fiscalOverview, provenance } from './fixtures/fiscal.js';
import { newsListItem } from './fixtures/news.js';
import { subsidyMeta, subsidyTransfer } from './fixtures/subsidies.js';

const embed = fileURLToPath(new URL('../dist/embed/', import.meta.url));
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
  (path) => path && existsSync(path)
);

/** A knowledge bank, or a municipal page on an origin of its own. */
export interface Site {
  /** On this machine, where browsers trust http. */
  origin: string;
  port: number;
  requests: string[];
  close: () => void;
}

/** Answers one request; true when it has. */
export type Answer = (path: string, response: ServerResponse) => boolean | void;

/** A browser in which `http://*.test` is this machine: pages browsers do not trust. */
export function launch(): Promise<Browser> {
  if (!existsSync(`${embed}km.js`)) {
    throw new Error('dist/embed is missing: run "npm run build -w @km-laas/widgets" first.');
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP *.test 127.0.0.1'],
  });
}

/** Starts a server on a port of its own, or on one it had before. */
export function serve(answer: Answer, port = 0): Promise<Site> {
  const requests: string[] = [];
  const server: Server = createServer(({ url = '/' }, response) => {
    requests.push(url);
    answer(url, response);
  });
  return new Promise((resolve) =>
    server.listen(port, () => {
      const own = (server.address() as AddressInfo).port;
      resolve({
        origin: `http://localhost:${own}`,
        port: own,
        requests,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    })
  );
}

/** A file of the built widgets. */
export const readBuilt = (file: string) => readFileSync(embed + file);

/**
 * A knowledge bank with the built widgets and a little of everything.
 *
 * @param first - Answers what a test wants answered otherwise.
 */
export function startBank(first: Answer = () => false, port = 0): Promise<Site> {
  return serve((path, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (first(path, response)) return;
    const [, folder, file] =
      /^\/widgets\/(v1|0\.1\.0(?:-\w+)?)\/([\w.-]+\.(?:json|js))/.exec(path) ?? [];
    const list = (data: unknown[], meta = {}) =>
      JSON.stringify({
        data,
        meta: {
          page: 1,
          pageSize: 10,
          total: data.length,
          asOf: '2026-11-22T03:04:05.000Z',
          ...meta,
        },
      });
    if (file && existsSync(embed + file)) {
      const type = file.endsWith('.js') ? 'text/javascript' : 'application/json';
      const isKept = folder !== 'v1' || file === 'km.js';
      response.setHeader('Cache-Control', isKept ? 'max-age=14400' : 'max-age=0, must-revalidate');
      response.setHeader('Content-Type', type).end(readBuilt(file));
    } else if (path.startsWith('/api/km/v1/faqs?')) {
      response.end(list([faqListItem()]));
    } else if (path.startsWith('/api/km/v1/news?')) {
      response.end(list([newsListItem()]));
    } else if (path === '/api/km/v1/status') {
      const meta = { asOf: '2026-11-22T03:04:05.000Z' };
      response.end(JSON.stringify({ data: { state: 'normal', notices: [] }, meta }));
    } else if (path.startsWith('/api/km/v1/subsidies?')) {
      response.end(list([subsidyTransfer()], subsidyMeta()));
    } else if (path.startsWith('/api/km/v1/fiscal/overview?')) {
      response.end(JSON.stringify({ data: fiscalOverview(), meta: provenance() }));
    } else {
      response.writeHead(404).end();
    }
  }, port);
}
