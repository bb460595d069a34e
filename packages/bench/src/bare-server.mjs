import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// The least a server can do: the same bytes for everybody, from memory, by node:http alone.
const [file, encoding] = process.argv.slice(2);
const bytes = readFileSync(/** @type {string} */ (file));
const tag = '"bytes"';
const headers = {
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': bytes.length,
  ETag: tag,
  'Cache-Control': 'public, max-age=30',
  ...(encoding === 'br' && { 'Content-Encoding': 'br' }),
};

createServer((request, response) => {
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, { ETag: tag, 'Cache-Control': 'public, max-age=30' });
    response.end();
    return;
  }
  response.writeHead(200, headers);
  response.end(bytes);
}).listen(Number(process.env.PORT), process.env.HOST);
