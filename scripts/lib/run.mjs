import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, state } from './paths.mjs';

/** A command that failed; the message carries the end of what it printed. */
export class CommandError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'CommandError';
  }
}

/**
 * Runs a command to its end and keeps its output.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: Record<string, string | undefined>, show?: boolean, onLine?: (line: string) => void}} [options]
 *   `show` passes the output on as it comes; `onLine` hears each line.
 * @returns {Promise<string>} Everything it printed.
 * @throws {CommandError} When it cannot be started or ends with a code other than 0.
 */
export function run(command, args, { cwd = root, env = {}, show = false, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let line = '';
    const take = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString();
      output += text;
      if (show) process.stdout.write(text);
      if (!onLine) return;
      const lines = (line + text).split('\n');
      line = lines.pop() ?? '';
      for (const each of lines) onLine(each);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) =>
      reject(new CommandError(`${command} could not be started: ${error.message}`))
    );
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output);
      reject(
        new CommandError(
          `${command} ${args.join(' ')} ended with ${signal ?? code}:\n${shorten(output)}`
        )
      );
    });
  });
}

/**
 * The two ends of a long output: one tool says what is wrong first, another last.
 *
 * @param {string} output
 */
function shorten(output) {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 60) return lines.join('\n');
  return [...lines.slice(0, 25), '…', ...lines.slice(-35)].join('\n');
}

/** A long-running child whose output goes to a log file under `.km/`. */
export class Service {
  /** @type {import('node:child_process').ChildProcess} */
  #child;
  /** Resolves with the exit code, or the signal's name. */
  ended;

  /**
   * @param {string} name - Also the log file's name.
   * @param {string[]} args - What Node runs, or what another program takes.
   * @param {{program?: string, cwd?: string, env?: Record<string, string | undefined>, show?: boolean}} [options]
   */
  constructor(name, args, { program = process.execPath, cwd = root, env = {}, show = false } = {}) {
    mkdirSync(state, { recursive: true });
    this.logFile = join(state, `${name}.log`);
    const log = createWriteStream(this.logFile);
    // A group of its own: Ctrl-C reaches us alone, and we end the children in order.
    this.#child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.pipe(log, { end: false });
      if (show) stream?.pipe(process.stdout, { end: false });
    }
    /** @type {Promise<number | string>} */
    this.ended = new Promise((resolve) => {
      this.#child.on('error', () => resolve(1));
      this.#child.on('exit', (code, signal) => resolve(code ?? signal ?? 1));
    });
  }

  /** Ends the child as a failing machine does: at once and without a word. */
  kill() {
    this.#child.kill('SIGKILL');
  }

  /** Ends the child and everything it started: politely, after ten seconds by force. */
  async stop() {
    const pid = this.#child.pid;
    if (pid === undefined) return;
    const signalGroup = (/** @type {NodeJS.Signals} */ signal) => {
      try {
        process.kill(-pid, signal);
      } catch {
        // Already gone.
      }
    };
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      signalGroup('SIGTERM');
      const force = setTimeout(() => signalGroup('SIGKILL'), 10_000);
      await this.ended;
      clearTimeout(force);
    }
    signalGroup('SIGKILL');
  }
}
