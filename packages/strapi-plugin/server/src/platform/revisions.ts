import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { serviceNames, type ServiceName } from './service-room';

/** Revisions of every service at one moment; a new object whenever one of them moves. */
export type Snapshot = Readonly<Partial<Record<ServiceName, number>>>;

/** Milliseconds after which another instance has seen a change, with time to spare to the promised two seconds. */
const pollEvery = 1000;

/** A number for each service that everything which changes what readers see raises. */
export interface Revisions {
  snapshot(): Snapshot;
  /**
   * Raises services inside the caller's transaction, if there is one: readers see it when, and
   * only if, that transaction commits.
   */
  raise(services: readonly ServiceName[]): Promise<void>;
  /** Loads the revisions and follows those that other instances raise. */
  start(): Promise<void>;
  /** Looks at once at what other instances raised. */
  refresh(): Promise<void>;
  stop(): void;
}

/** The revisions of a running Strapi. */
export function revisionsOf(strapi: Core.Strapi): Revisions {
  return strapi.plugin('km').service('revisions') as Revisions;
}

export function createRevisions({ strapi }: { strapi: Core.Strapi }): Revisions {
  const table = 'km_revisions';
  const raised = new WeakMap<Knex.Transaction, Set<ServiceName>>();
  let current: Snapshot = {};
  let timer: NodeJS.Timeout | undefined;
  let polling = false;
  let failing = false;

  function see(rows: { service: ServiceName; revision: number | string }[]): void {
    const next = { ...current };
    // The PostgreSQL driver hands out bigints as text.
    for (const { service, revision } of rows) {
      next[service] = Math.max(next[service] ?? 0, Number(revision));
    }
    if (serviceNames.some((name) => next[name] !== current[name])) current = next;
  }

  async function load(): Promise<void> {
    see(await strapi.db.getConnection(table).select('service', 'revision'));
  }

  async function poll(): Promise<void> {
    // SQLite has one connection: while an import holds it, a queue of polls would only grow.
    if (polling) return;
    polling = true;
    try {
      await load();
      failing = false;
    } catch (error) {
      if (!failing) strapi.log.warn(`km: revisions cannot be read: ${String(error)}`);
      failing = true;
    } finally {
      polling = false;
    }
  }

  return {
    snapshot: () => current,

    async raise(services) {
      await strapi.db.transaction(async ({ trx, onCommit }) => {
        const done = raised.get(trx) ?? new Set();
        raised.set(trx, done);
        // One raise a transaction is enough; in one order, so that two transactions that raise
        // the same services wait for one another instead of blocking each other for good.
        const wanted = serviceNames.filter((name) => services.includes(name) && !done.has(name));
        const rows: { service: ServiceName; revision: number }[] = [];
        for (const service of wanted) {
          done.add(service);
          const [row] = await strapi.db
            .getConnection(table)
            .transacting(trx)
            .where({ service })
            .increment('revision', 1)
            .returning(['service', 'revision']);
          if (!row) throw new Error(`The service ${service} has no revision to raise.`);
          rows.push(row);
        }
        if (rows.length > 0) onCommit(() => see(rows));
      });
    },

    async start() {
      // A service that a release adds has no row yet; instances may start together.
      await strapi.db
        .getConnection(table)
        .insert(serviceNames.map((service) => ({ service, revision: 1 })))
        .onConflict('service')
        .ignore();
      await load();
      timer = setInterval(poll, pollEvery);
      timer.unref();
    },

    refresh: load,

    stop() {
      clearInterval(timer);
    },
  };
}
