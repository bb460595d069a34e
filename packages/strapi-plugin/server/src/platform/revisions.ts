import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { announce, followRevisions, type RevisionFeed, type RevisionRow } from './revision-feed';
import { serviceNames, type ServiceName } from './service-room';

/** Revisions of every service at one moment; a new object whenever one of them moves. */
export type Snapshot = Readonly<Partial<Record<ServiceName, number>>>;

/** Milliseconds after which another instance has seen a change, with time to spare to the promised two seconds. */
const pollEvery = 1000;
/** Milliseconds the database has to answer in; after them it counts as lost until it does. */
const patience = 2000;

/** A number for each service that everything which changes what readers see raises. */
export interface Revisions {
  snapshot(): Snapshot;
  /**
   * Since when nobody can say whether the snapshot still holds, for the database does not answer;
   * null while it answers.
   */
  lostSince(): Date | null;
  /**
   * Raises services inside the caller's transaction, if there is one: readers see it when, and
   * only if, that transaction commits.
   */
  raise(services: readonly ServiceName[]): Promise<void>;
  /** Calls after services have moved, here or on another instance. */
  onMove(listener: (moved: readonly ServiceName[]) => void): void;
  /** Calls when the database stops answering, and when it answers again. */
  onLost(listener: () => void): void;
  /** Loads the revisions and follows those that other instances raise. */
  start(): Promise<void>;
  /** Looks at once at what other instances raised. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

/** The revisions of a running Strapi. */
export function revisionsOf(strapi: Core.Strapi): Revisions {
  return strapi.plugin('km').service('revisions') as Revisions;
}

export function createRevisions({ strapi }: { strapi: Core.Strapi }): Revisions {
  const table = 'km_revisions';
  const raised = new WeakMap<Knex.Transaction, Set<ServiceName>>();
  const listeners: ((moved: readonly ServiceName[]) => void)[] = [];
  const lostListeners: (() => void)[] = [];
  let current: Snapshot = {};
  let timer: NodeJS.Timeout | undefined;
  let feed: RevisionFeed | null = null;
  let polling = false;
  let answeredAt = new Date();
  let lost = false;

  function see(rows: readonly RevisionRow[]): void {
    const next: Partial<Record<string, number>> = { ...current };
    for (const { service, revision } of rows) {
      next[service] = Math.max(next[service] ?? 0, Number(revision));
    }
    const before: Partial<Record<string, number>> = current;
    const moved = serviceNames.filter((name) => next[name] !== before[name]);
    if (moved.length === 0) return;
    current = next;
    for (const listener of listeners) listener(moved);
  }

  async function load(): Promise<void> {
    const asked = new Date();
    see(await strapi.db.getConnection(table).select('service', 'revision'));
    answeredAt = asked;
    if (!lost) return;
    strapi.log.info('km: the database answers again.');
    setLost(false);
  }

  function setLost(isLost: boolean): void {
    if (isLost === lost) return;
    lost = isLost;
    for (const listener of lostListeners) listener();
  }

  function lose(reason: string): void {
    if (!lost) strapi.log.warn(`km: the database does not answer; reads go on: ${reason}`);
    setLost(true);
  }

  async function poll(): Promise<void> {
    // SQLite has one connection: while an import holds it, a queue of polls would only grow.
    if (polling) return;
    polling = true;
    const late = setTimeout(() => lose(`nothing within ${patience} ms`), patience);
    try {
      await load();
    } catch (error) {
      lose(String(error));
    } finally {
      clearTimeout(late);
      polling = false;
    }
  }

  return {
    snapshot: () => current,

    lostSince: () => (lost ? answeredAt : null),

    async raise(services) {
      await strapi.db.transaction(async ({ trx, onCommit }) => {
        const done = raised.get(trx) ?? new Set();
        raised.set(trx, done);
        // One raise a transaction is enough; in one order, so that two transactions that raise
        // the same services wait for one another instead of blocking each other for good.
        const wanted = serviceNames.filter((name) => services.includes(name) && !done.has(name));
        const rows: RevisionRow[] = [];
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
        if (rows.length === 0) return;
        await announce(strapi, trx, rows);
        onCommit(() => see(rows));
      });
    },

    onMove(listener) {
      listeners.push(listener);
    },

    onLost(listener) {
      lostListeners.push(listener);
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
      // Hearing is quicker; the looks go on, for they also tell whether the database is there.
      feed = followRevisions(strapi, { onRaised: see, onConnected: () => void poll() });
    },

    refresh: load,

    async stop() {
      clearInterval(timer);
      await feed?.stop();
      feed = null;
    },
  };
}
