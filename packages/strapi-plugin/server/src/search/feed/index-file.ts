import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import type { Core } from '@strapi/types';

/** A lock of another machine that was not touched for this long belongs to nobody. */
const deadAfter = 60_000;
const touchEvery = 15_000;
const mostInstances = 64;
/** Locks this very process holds. */
const held = new Set<string>();

/** An index file that is this process's alone. */
export interface IndexFile {
  path: string;
  release(): void;
}

/** Where the index is kept: as configured, else beside SQLite's file, else in `.tmp`. */
export function indexPath(strapi: Core.Strapi): string {
  const configured = strapi.plugin('km').config<string>('searchFile');
  const root = strapi.dirs.app.root;
  if (configured) return isAbsolute(configured) ? configured : resolve(root, configured);
  const database = strapi.config.get<string | undefined>(
    'database.connection.connection.filename',
    undefined
  );
  return join(database ? dirname(database) : join(root, '.tmp'), 'search.db');
}

/**
 * Takes an index file for this process: several instances on one machine, or on one shared folder,
 * get one each, and one that was killed finds its own again.
 */
export function takeIndexFile(path: string): IndexFile {
  mkdirSync(dirname(path), { recursive: true });
  const ending = extname(path);
  const stem = path.slice(0, path.length - ending.length);
  for (let number = 1; number <= mostInstances; number += 1) {
    const file = number === 1 ? path : `${stem}-${number}${ending}`;
    const lock = `${file}.lock`;
    if (!take(lock)) continue;
    held.add(lock);
    const touch = setInterval(() => {
      try {
        utimesSync(lock, new Date(), new Date());
      } catch {
        // Whoever deleted it wants the folder clean; the index itself is still ours.
      }
    }, touchEvery);
    touch.unref();
    return {
      path: file,
      release() {
        clearInterval(touch);
        held.delete(lock);
        rmSync(lock, { force: true });
      },
    };
  }
  throw new Error(`${mostInstances} processes keep an index at ${path} already.`);
}

function take(lock: string): boolean {
  const mine = `${hostname()} ${process.pid}`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(lock, mine, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isHeld(lock, mine)) return false;
    rmSync(lock, { force: true });
  }
  return false;
}

function isHeld(lock: string, mine: string): boolean {
  let owner: string;
  let touched: number;
  try {
    owner = readFileSync(lock, 'utf8');
    touched = statSync(lock).mtimeMs;
  } catch {
    return false;
  }
  const [host, pid] = owner.split(' ');
  if (host !== hostname()) return Date.now() - touched < deadAfter;
  // In a container every start has the same number, so a lock of ours is one we left behind. Within
  // one process, tests for one, it is another Strapi's.
  if (owner === mine) return held.has(lock);
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
