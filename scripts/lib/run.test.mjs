import { describe, expect, it } from 'vitest';
import { CommandError, run, Service } from './run.mjs';

describe('run', () => {
  it('gives what the command printed, line by line as well', async () => {
    /** @type {string[]} */
    const lines = [];
    const output = await run(process.execPath, ['-e', 'console.log("a");console.log("b")'], {
      onLine: (line) => lines.push(line),
    });
    expect(output).toBe('a\nb\n');
    expect(lines).toEqual(['a', 'b']);
  });

  it('fails with the end of the output', async () => {
    const failing = run(process.execPath, ['-e', 'console.error("no room"); process.exit(3)']);
    await expect(failing).rejects.toThrow(CommandError);
    await expect(failing).rejects.toThrow(/ended with 3:\nno room/);
  });
});

describe('Service', () => {
  it('ends a child and what the child started', async () => {
    const child = `
      const { spawn } = require('node:child_process');
      const grandchild = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      console.log('grandchild', grandchild.pid);
      setInterval(() => {}, 1000);
    `;
    const service = new Service('test-service', ['-e', child]);
    const { readFileSync } = await import('node:fs');
    const pid = await until(() => {
      const match = /grandchild (\d+)/.exec(readFileSync(service.logFile, 'utf8'));
      return match ? Number(match[1]) : undefined;
    });
    await service.stop();
    await until(() => !isAlive(pid) || undefined);
    expect(isAlive(pid)).toBe(false);
  });
});

/**
 * @template Value
 * @param {() => Value | undefined} look
 * @returns {Promise<Value>}
 */
async function until(look) {
  for (;;) {
    try {
      const value = look();
      if (value !== undefined) return value;
    } catch {
      // Not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
