import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardOf } from '../../test/board';
import { memberPassword, signInMember } from '../../test/member';
import { startApp, type TestApp } from '../../test/start-app';
import { visitorOf } from '../../test/visitor';
import { queueMail } from '../platform/mail';
import { unlock } from '../platform/secrets';
import { makeCode } from './codes';
import { addIdentity } from './oidc/identities';
import { resetMail } from './mails';
import { turnOn, newTotpSecret } from './second-factor';
import { generate } from 'otplib';

const email = 'forget.me@example.go.th';
const displayName = 'สมศรี ขอลืมด้วย';
const position = 'นักวิชาการเงินและบัญชี';

describe('a member who deletes the account', () => {
  let app: TestApp;

  beforeAll(async () => {
    // Nothing listens there: whatever is sent waits.
    app = await startApp({
      plugin: { mail: { host: '127.0.0.1', port: 9, from: 'KM <km@example.go.th>' } },
    });
  });
  afterAll(() => app?.stop());

  const table = (name: string) => app.strapi.db.connection(name);

  it('leaves nothing personal in any table but what the law keeps', async () => {
    const { strapi } = app;
    const board = boardOf(app);
    const member = await signInMember(app, { email, displayName, wantsMail: true });
    const other = await signInMember(app, { grade: 'officer' });
    const thread = await board.ask(member, { title: 'โอนงบประมาณไม่ได้ในระบบ' });
    await board.reply(other, thread, {
      body: `ตอบคุณ [@${displayName}](member:${member.id}) ลองปิดงวดก่อน`,
    });
    const [traffic] = await table('km_traffic_log').where({ member_id: member.id });
    expect(traffic).toMatchObject({ act: expect.any(String) });

    // Whatever an account may have: a second factor, another way in, codes, mail that waits.
    const row = await table('km_members').where({ id: member.id }).first();
    const place = { origin: app.origin, language: 'th' as const };
    const secret = newTotpSecret();
    const code = await generate({ secret });
    await turnOn(strapi, row, { secret, code, keep: '', place });
    await strapi.db.transaction(({ trx }) =>
      addIdentity(strapi, { memberId: member.id, provider: 'test', key: 'k' }, trx)
    );
    await makeCode(strapi, 'email', { memberId: member.id, payload: { email } });
    await queueMail(strapi, { to: email, mail: resetMail(place, 'a'.repeat(43)) });
    // Its own tests ask for the codes of the app; here the rest of it is to be forgotten.
    await table('km_members').where({ id: member.id }).update({ totp_secret: null });

    const visitor = visitorOf(app);
    await visitor.fillIn('/members/sign-in', { email, password: memberPassword });
    const done = await visitor.fillIn('/members/delete', { current: memberPassword, sure: 'yes' });
    expect(done.text).toContain('ข้อมูลส่วนบุคคลของท่านถูกลบแล้ว');

    const left = await everything();
    const lawful = ['km_traffic_log', 'km_moderation_log'];
    for (const [name, rows] of Object.entries(left)) {
      const text = JSON.stringify(rows);
      expect(text, name).not.toContain(displayName);
      expect(text, name).not.toContain('forget.me');
      // The other member has the same one, and the glossary of search knows the word.
      if (!['km_members', 'km_glossary_terms'].includes(name)) {
        expect(text, name).not.toContain(position);
      }
      const isAuthored = ['km_threads', 'km_replies', 'km_members', 'km_view_counts'].includes(
        name
      );
      if (!lawful.includes(name) && !isAuthored) expect(text, name).not.toContain(member.id);
    }
    for (const name of ['km_member_sessions', 'km_member_codes', 'km_member_consents']) {
      expect(await table(name).where({ member_id: member.id }), name).toEqual([]);
    }
    for (const name of ['km_member_recovery', 'km_member_identities', 'km_member_sites']) {
      expect(await table(name).where({ member_id: member.id }), name).toEqual([]);
    }
    expect(await table('km_members').where({ id: member.id }).first()).toMatchObject({
      state: 'deleted',
      position: null,
      authority_code: null,
      totp_secret: null,
    });

    // Of all mail to the address one waits: the last, which says that it is done.
    const waiting = (await table('km_mails').whereNotNull('content')) as { content: string }[];
    const own = waiting
      .map(({ content }) => unlock(strapi, 'mail', content) ?? '')
      .filter((text) => text.includes(email));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain('ลบบัญชีเรียบร้อยแล้ว');

    // What was asked stays without a name, the law's record as it was.
    const shown = await board.read(`/threads/${thread}`);
    expect(JSON.stringify(shown.data)).not.toContain(displayName);
    expect(shown.data.author).toMatchObject({ id: null, displayName: 'สมาชิกที่ลบบัญชีแล้ว' });
    expect(await table('km_traffic_log').where({ seq: traffic.seq }).first()).toEqual(traffic);
  });

  /** Every row of every table of ours, and of the accounts. */
  async function everything(): Promise<Record<string, object[]>> {
    const names = await tableNames();
    const found: Record<string, object[]> = {};
    for (const name of names.filter((one) => /^(km_|up_)/.test(one))) {
      found[name] = (await table(name).select()) as object[];
    }
    expect(Object.keys(found)).toContain('up_users');
    return found;
  }

  async function tableNames(): Promise<string[]> {
    const { connection, dialect } = app.strapi.db;
    if (dialect.client === 'postgres') {
      const { rows } = await connection.raw(
        'select tablename as name from pg_tables where schemaname = any (current_schemas(false))'
      );
      return (rows as { name: string }[]).map(({ name }) => name);
    }
    const rows = (await connection('sqlite_master').where({ type: 'table' }).select('name')) as {
      name: string;
    }[];
    return rows.map(({ name }) => name);
  }
});
