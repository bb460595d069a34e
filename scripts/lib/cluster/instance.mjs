import { join } from 'node:path';
import { cms } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { Service } from '../run.mjs';
import { untilAnswers } from '../services.mjs';

/** One server among several: started as on a production machine, killed as by one that fails. */
export class Instance {
  /** @type {Service | undefined} */
  #service;

  /**
   * @param {number} number
   * @param {number} port
   * @param {Record<string, string>} env
   */
  constructor(number, port, env) {
    this.number = number;
    this.port = port;
    this.origin = `http://127.0.0.1:${port}`;
    this.env = env;
  }

  /** @param {string} [appDir] - Another release, from its own folder. */
  async start(appDir = cms) {
    this.#service = new Service(`cluster-${this.number}`, [join(appDir, 'server.mjs')], {
      cwd: appDir,
      env: { ...this.env, PORT: String(this.port) },
    });
    await untilAnswers(`${this.origin}/api/km/v1/health`, this.#service);
  }

  async kill() {
    this.#service?.kill();
    await this.#service?.ended;
  }

  async stop() {
    await this.#service?.stop();
  }
}

/**
 * Instances that are not started yet, each with a port and a search index of its own.
 *
 * @param {number} count
 * @param {Record<string, string>} env - What all of them share.
 * @param {string} folder
 */
export async function createInstances(count, env, folder) {
  /** @type {Instance[]} */
  const instances = [];
  let port = 13_410;
  for (let number = 1; number <= count; number += 1) {
    port = await freePort(port + 1);
    const own = { KM_SEARCH_FILE: join(folder, `search-${number}.db`) };
    instances.push(new Instance(number, port, { ...env, ...own }));
  }
  return instances;
}
