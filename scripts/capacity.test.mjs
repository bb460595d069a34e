import { describe, expect, it } from 'vitest';
import { reckon } from './lib/capacity.mjs';

describe('reckon', () => {
  it('counts requests and bytes of first and later visits', () => {
    const { requests, bytes } = reckon(
      100,
      { answerBytes: 10, notModifiedBytes: 1, scriptFiles: 2, scriptBytes: 100 },
      { firstVisits: 0.5, unchanged: 0.5 }
    );
    expect(requests).toBe(200);
    expect(bytes).toBe(50 * 110 + 50 * 5.5);
  });

  it('lets instances see no more than one request for each answer in two seconds', () => {
    const { peak, atInstances } = reckon(100_000_000, {}, { addresses: 300 });
    expect(peak).toBeGreaterThan(10_000);
    expect(atInstances).toBe(150);
  });

  it('needs nobody twice where hardly anybody reads', () => {
    expect(reckon(100)).toMatchObject({ nginxCores: 1, instances: 1 });
  });

  it('takes off what a CDN answers', () => {
    const alone = reckon(10_000_000);
    const behind = reckon(10_000_000, {}, { cdnHits: 0.9 });
    expect(behind.atNginx).toBeCloseTo(alone.atNginx / 10);
    expect(behind.peak).toBe(alone.peak);
  });
});
