import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Core } from '@strapi/types';
import { createApplication, type Application, type ApplicationOptions } from './application';
import { bootStrapi } from './boot-strapi.mjs';

/** A booted Strapi with the built plugin, on a port of its own and a database without content. */
export interface TestApp {
  strapi: Core.Strapi;
  origin: string;
  application: Application;
  /** Asks the server; a path is below its origin. */
  get(path: string, init?: RequestInit): Promise<Response>;
  /** Another instance of the same application, in a process of its own. */
  startSecondInstance(): Promise<SecondInstance>;
  stop(): Promise<void>;
}

export interface SecondInstance {
  origin: string;
  /** Publishes a document over there. */
  publish(uid: string, documentId: string): Promise<void>;
  /** Asks it to end, as whoever runs it would; answers how it ended. */
  terminate(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Boots; two seconds. Stop it in `afterAll`. */
export async function startApp(options: ApplicationOptions = {}): Promise<TestApp> {
  const application = await createApplication({ isStartedBefore: true, ...options });
  Object.assign(process.env, application.env);
  let booted: Awaited<ReturnType<typeof bootStrapi>>;
  try {
    booted = await bootStrapi(application.folder);
  } catch (error) {
    await application.remove();
    throw error;
  }
  const { strapi, origin } = booted;
  const instances: SecondInstance[] = [];
  return {
    strapi,
    origin,
    application,
    get: (path, init) => fetch(origin + path, { redirect: 'manual', ...init }),
    async startSecondInstance() {
      const instance = await startInstance(application);
      instances.push(instance);
      return instance;
    },
    async stop() {
      for (const instance of instances) await instance.stop();
      await destroy(strapi);
      await application.remove();
    },
  };
}

export async function startInstance(application: Application): Promise<SecondInstance> {
  const child = fork(join(__dirname, 'boot-strapi.mjs'), [application.folder], {
    env: { ...process.env, ...application.env },
    execArgv: [],
  });
  const ended = once(child, 'exit');
  const [{ origin }] = (await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`The second instance ended with ${code} before it listened.`);
    }),
  ])) as [{ origin: string }];
  return {
    origin,
    async publish(uid, documentId) {
      child.send({ publish: [uid, documentId] });
      await once(child, 'message');
    },
    async terminate() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code as number | null;
    },
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function destroy(strapi: Core.Strapi): Promise<void> {
  strapi.server.httpServer.closeAllConnections();
  // Strapi takes every listener off the process, and with them the test runner's own: only those
  // that would stop Strapi a second time may go.
  const { removeAllListeners } = process;
  process.removeAllListeners = () => {
    for (const signal of ['SIGINT', 'SIGTERM']) removeAllListeners.call(process, signal);
    return process;
  };
  try {
    await strapi.destroy();
  } finally {
    process.removeAllListeners = removeAllListeners;
  }
}
