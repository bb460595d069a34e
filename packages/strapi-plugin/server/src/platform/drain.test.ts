import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';

const agent = new Agent({ keepAlive: true, maxSockets: 20 });
afterAll(() => agent.destroy());

const get = (origin: string, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(origin + path, { agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
      response.on('aborted', () => reject(new Error('The answer broke off.')));
    })
      .on('error', reject)
      .end();
  });

describe.each([
  { title: 'Strapi’s own thread', front: false },
  { title: 'a thread of its own', front: true },
])('a server that is told to end, with connections taken by $title', ({ front }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ plugin: { drainSeconds: 2, front } });
  });
  afterAll(() => app?.stop());

  it('fails no request of who asks whether it is ready', async () => {
    const { origin, terminate } = await app.startSecondInstance();
    const isReady = async () => (await get(origin, '/health/ready')) === 200;
    await waitUntil(isReady);
    const statuses = new Set<number | undefined>();
    let sending = true;
    let sent = 0;
    const read = async (reader: number) => {
      for (let at = 0; sending; at += 1) {
        // From memory, and past it.
        const query = reader % 4 === 0 ? `?q=${reader}-${at}` : '';
        statuses.add(await get(origin, `/api/km/v1/faqs${query}`));
        sent += 1;
      }
    };
    const readers = Promise.all(Array.from({ length: 20 }, (_, reader) => read(reader)));
    await waitUntil(() => sent > 200);
    const ended = terminate();
    await waitUntil(async () => !(await isReady()), { every: 20 });
    sending = false;
    await readers;
    expect(statuses).toEqual(new Set([200]));
    expect(await ended).toBe(0);
  });
});
