import { expect, it } from 'vitest';
import { app, table } from '../../../test/board-house';
import { findBreak } from '../records/traffic-log';

/** The logs. */
export function recordSuite(): void {
  it('holds as a chain, and neither a change nor a deletion of what is young passes', async () => {
    expect(await findBreak(app.strapi)).toBeNull();
    const rows = await table('km_traffic_log').orderBy('seq');
    expect(rows.length).toBeGreaterThan(50);
    expect(JSON.stringify(rows)).not.toContain('บันทึกฎีกา');
    await expect(table('km_traffic_log').update({ address: '0.0.0.0' })).rejects.toThrow();
    await expect(table('km_traffic_log').delete()).rejects.toThrow();
  });
}
