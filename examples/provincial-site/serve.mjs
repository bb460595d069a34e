import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4400' },
    km: { type: 'string', default: 'http://localhost:1337' },
  },
});
const km = new URL(values.km).origin;
const pages = join(dirname(fileURLToPath(import.meta.url)), 'public');
const fonts = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/sarabun/package.json')),
  'files'
);

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The policy a careful province would set; nothing in the widgets asks for more. */
const contentSecurityPolicy = [
  `default-src 'self'`,
  `script-src ${km}`,
  `connect-src 'self' ${km}`,
  `img-src 'self' ${km}`,
  `style-src 'self'`,
].join('; ');

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://site');
  const name = normalize(pathname === '/' ? '/index.html' : pathname);
  const [folder, path] = name.startsWith('/fonts/')
    ? [fonts, name.slice('/fonts'.length)]
    : [pages, name];
  const file = join(folder, path);
  const type = types[/** @type {keyof typeof types} */ (extname(name))];
  response.setHeader('Content-Security-Policy', contentSecurityPolicy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  if (!file.startsWith(folder) || !type || !existsSync(file)) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('ไม่พบหน้าที่ต้องการ\n');
    return;
  }
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  // The pages name the knowledge bank's public address; here it runs on a port of this machine.
  if (extname(name) === '.html') {
    response.end(readFileSync(file, 'utf8').replaceAll('https://km.example.go.th', km));
  } else {
    createReadStream(file).pipe(response);
  }
});

server.listen(Number(values.port), () => {
  process.stdout.write(`Provincial site on http://localhost:${values.port}, widgets from ${km}\n`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
