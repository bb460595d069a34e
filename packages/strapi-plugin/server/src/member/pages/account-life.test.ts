import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMailCatcher, type MailCatcher } from '../../../../../../scripts/lib/mail-catcher.mjs';
import { registerAuthorities } from '../../../test/fiscal';
import { startApp, type TestApp } from '../../../test/start-app';
import { mailTo, pathIn, visitorOf, type Visitor } from '../../../test/visitor';

const password = 'แมวกินปลาทู ริมคลอง 7';
const other = 'ต้นไม้ริมรั้ว ออกดอก 42';

describe('the life of an account', () => {
  let app: TestApp;
  let catcher: MailCatcher;
  const email = 'somying@example.go.th';
  let home: Visitor;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    app = await startApp({
      plugin: {
        mail: { host: '127.0.0.1', port: catcher.smtpPort, from: 'KM <km@example.go.th>' },
      },
    });
    await registerAuthorities(app.strapi, [
      { code: '06470101', name: 'เทศบาลตำบลบ้านนา', kind: 'subdistrict', provinceCode: '47' },
      { code: '06470102', name: 'เทศบาลตำบลบ้านสวน', kind: 'subdistrict', provinceCode: '47' },
    ]);
    home = visitorOf(app);
  });
  afterAll(async () => {
    await app?.stop();
    await catcher?.stop();
  });

  const rows = () => app.strapi.db.connection('km_members').select();
  const details = {
    email,
    displayName: 'สมหญิง การเงิน',
    position: 'นักวิชาการเงินและบัญชี',
    password,
    privacy: 'yes',
  };

  it('finds the authority without a script', async () => {
    const { text } = await home.look('/members/register?q=บ้านนา');
    expect(text).toContain('เทศบาลตำบลบ้านนา');
    expect(text).toContain('/members/register?authority=06470101');
    const none = await home.look('/members/register?q=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(none.text).not.toContain('<script>alert');
  });

  it('keeps what was typed and says what is wrong beside each field', async () => {
    const seen = await home.fillIn(
      '/members/register?authority=06470101',
      { ...details, email: 'x', displayName: 'แอดมิน', password: 'password1234', privacy: '' },
      '/members/register'
    );
    expect(seen.status).toBe(400);
    for (const name of ['email', 'displayName', 'password', 'privacy']) {
      expect(seen.text, name).toContain(`id="${name}-fault"`);
    }
    expect(seen.text).toContain('value="นักวิชาการเงินและบัญชี"');
    expect(seen.text).not.toContain('password1234');
  });

  it('begins with a mail whose page changes nothing until its button is pressed', async () => {
    const sent = await home.fillIn(
      '/members/register?authority=06470101',
      details,
      '/members/register'
    );
    expect(sent.path).toBe('/members/register/sent');
    expect(await rows()).toEqual([]);
    const mail = await mailTo(catcher, email);
    expect(mail.subject).toContain('ยืนยันอีเมล');
    expect(mail.html).toContain('ยืนยัน');
    expect(mail.text).not.toContain(password);
    const path = pathIn(mail);
    expect((await home.look(path)).text).toContain('เทศบาลตำบลบ้านนา');
    expect(await rows()).toEqual([]);
    const done = await home.fillIn(path, {});
    expect(done.text).toContain('บัญชีพร้อมใช้งาน');
    expect(await rows()).toMatchObject([
      { state: 'active', authority_code: '06470101', grade: 'peer', replies_by_mail: 'off' },
    ]);
    expect((await home.look('/members')).text).toContain('สมหญิง การเงิน');
    const again = await home.look(path);
    expect(again.status).toBe(410);
  });

  it('keeps neither the address nor the words of a mail once it has left', async () => {
    const mails = await app.strapi.db.connection('km_mails').select();
    expect(mails.length).toBeGreaterThan(0);
    for (const { state, content } of mails) expect([state, content]).toEqual(['sent', null]);
  });

  it('records consent with its version and time, mail apart', async () => {
    const consents = await app.strapi.db.connection('km_member_consents').select();
    expect(consents.map(({ purpose, given }) => [purpose, Boolean(given)])).toEqual([
      ['privacy', true],
      ['mail', false],
    ]);
    expect(consents[0]).toMatchObject({
      version: expect.stringMatching(/./),
      at: expect.any(String),
    });
  });

  it('asks a browser that did not register for the password', async () => {
    const victim = 'wichai@example.go.th';
    const attacker = visitorOf(app);
    await attacker.fillIn(
      '/members/register?authority=none',
      { ...details, email: victim, displayName: 'วิชัย บัญชี' },
      '/members/register'
    );
    const path = pathIn(await mailTo(catcher, victim));
    const owner = visitorOf(app);
    const wrong = await owner.fillIn(path, { password: other });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('รหัสผ่านไม่ถูกต้อง');
    const right = await owner.fillIn(path, { password });
    expect(right.text).toContain('บัญชีพร้อมใช้งาน');
  });

  it('goes on by signing out and in', async () => {
    const before = home.cookies.get('km_member');
    await home.fillIn('/members', {}, '/members/sign-out');
    expect((await home.look('/members/profile')).path).toContain('/members/sign-in?next=');
    const wrong = await home.fillIn('/members/sign-in', { email, password: other });
    expect(wrong.status).toBe(400);
    const right = await home.fillIn('/members/sign-in?next=/members/profile', { email, password });
    expect(right.path).toBe('/members/profile');
    expect(home.cookies.get('km_member')).not.toBe(before);
  });

  it('lets a member change the profile, and refuses names of others', async () => {
    const taken = await home.fillIn('/members/profile', { displayName: 'วิชัย  บัญชี.' });
    expect(taken.status).toBe(400);
    const saved = await home.fillIn('/members/profile', {
      displayName: 'สมหญิง คลัง',
      position: 'ผู้อำนวยการกองคลัง',
      replies: 'daily',
      // Mass assignment: none of these is a field of the form.
      grade: 'officer',
      is_moderator: 'true',
      state: 'active',
      id: 'x',
    });
    expect(saved.text).toContain('บันทึกแล้ว');
    const [row] = (await rows()).filter(({ display_name }) => display_name === 'สมหญิง คลัง');
    expect(row).toMatchObject({ grade: 'peer', replies_by_mail: 'daily' });
    expect(Boolean(row.is_moderator)).toBe(false);
    await home.fillIn('/members/authority?q=บ้านสวน', { authority: '06470102' });
    expect((await home.look('/members')).text).toContain('เทศบาลตำบลบ้านสวน');
  });

  it('ends mail of replies with one click of a mail program, by the key alone', async () => {
    const [row] = (await rows()).filter(({ replies_by_mail }) => replies_by_mail === 'daily');
    const path = `/members/mail/off?key=${row.mail_key}`;
    expect((await visitorOf(app).look(path)).status).toBe(200);
    expect(await replies(row.id)).toBe('daily');
    const answer = await visitorOf(app).send(path, { 'List-Unsubscribe': 'One-Click' }, {});
    expect(answer.status).toBe(200);
    expect(await replies(row.id)).toBe('off');
    expect((await visitorOf(app).send('/members/mail/off?key=x', {}, {})).status).toBe(404);
  });
  const replies = async (id: string) =>
    (await app.strapi.db.connection('km_members').where({ id }).first()).replies_by_mail;

  it('signs every other machine out with a new password', async () => {
    const office = visitorOf(app);
    await office.fillIn('/members/sign-in', { email, password });
    const wrong = await home.fillIn('/members/password', { current: other, password: other });
    expect(wrong.status).toBe(400);
    const done = await home.fillIn('/members/password', { current: password, password: other });
    expect(done.text).toContain('เปลี่ยนรหัสผ่านแล้ว');
    expect((await home.look('/members')).path).toBe('/members');
    expect((await office.look('/members')).path).toContain('/members/sign-in');
    expect((await mailTo(catcher, email, 1)).subject).toContain('รหัสผ่าน');
  });

  it('sets a forgotten password by a mail, once, and signs everything out', async () => {
    const lost = visitorOf(app);
    const sent = catcher.mails.filter(({ to }) => to.includes(email)).length;
    await lost.fillIn('/members/forgot', { email });
    const path = pathIn(await mailTo(catcher, email, sent));
    const weak = await lost.fillIn(path, { password: 'qwertyuiop123' });
    expect(weak.status).toBe(400);
    const done = await lost.fillIn(path, { password });
    expect(done.text).toContain('ตั้งรหัสผ่านใหม่แล้ว');
    expect((await home.look('/members')).path).toContain('/members/sign-in');
    expect((await lost.look(path)).status).toBe(410);
    expect((await lost.fillIn('/members/sign-in', { email, password })).path).toBe('/members');
    home = lost;
  });

  it('moves to another address by a mail to it, and tells the old one', async () => {
    const fresh = 'somying.new@example.go.th';
    await home.fillIn('/members/email', { email: fresh, current: password });
    const path = pathIn(await mailTo(catcher, fresh));
    const stranger = visitorOf(app);
    expect((await stranger.look(path)).path).toContain('/members/sign-in');
    const sent = catcher.mails.filter(({ to }) => to.includes(email)).length;
    expect((await home.fillIn(path, {})).path).toBe('/members');
    expect((await home.look('/members')).text).toContain(fresh);
    expect((await mailTo(catcher, email, sent)).subject).toContain('อีเมลของบัญชีถูกเปลี่ยนแล้ว');
    expect((await stranger.fillIn('/members/sign-in', { email, password })).status).toBe(400);
  });

  it('shows where a member is signed in and ends all of it at once', async () => {
    const office = visitorOf(app);
    await office.fillIn('/members/sign-in', { email: 'somying.new@example.go.th', password });
    const seen = await home.look('/members/sessions');
    expect(seen.text).toContain('(เครื่องนี้)');
    await home.fillIn('/members/sessions', { everywhere: 'yes' });
    expect((await home.look('/members')).path).toContain('/members/sign-in');
    expect((await office.look('/members')).path).toContain('/members/sign-in');
    await home.fillIn('/members/sign-in', { email: 'somying.new@example.go.th', password });
  });

  it('gives all data away as JSON and CSV, without secrets', async () => {
    const json = await home.look('/members/data.json');
    const data = JSON.parse(json.text) as Record<string, Record<string, unknown>[]>;
    expect(data.profile?.[0]).toMatchObject({ email: 'somying.new@example.go.th', grade: 'peer' });
    expect(data.consents?.length).toBeGreaterThan(2);
    expect(json.text).not.toMatch(/hash|mail_key|\$2[aby]\$/);
    expect(json.response.headers.get('content-disposition')).toContain('attachment');
    const csv = await home.look('/members/data.csv');
    expect(csv.text).toContain('"profile","1","displayName","สมหญิง คลัง"');
  });

  it('ends with everything personal gone and the id never given again', async () => {
    const { id } = (await rows()).find(({ display_name }) => display_name === 'สมหญิง คลัง');
    expect((await home.fillIn('/members/delete', { current: password })).status).toBe(400);
    const done = await home.fillIn('/members/delete', { current: password, sure: 'yes' });
    expect(done.text).toContain('ข้อมูลส่วนบุคคลของท่านถูกลบแล้ว');
    expect((await home.look('/members')).path).toContain('/members/sign-in');
    const row = (await rows()).find((one) => one.id === id);
    expect(row).toMatchObject({ state: 'deleted', email_key: null, user_document_id: null });
    const users = await app.strapi.db.query('plugin::users-permissions.user').findMany({});
    expect(JSON.stringify(users)).not.toContain('somying');
    for (const table of ['km_member_sessions', 'km_member_consents', 'km_member_codes']) {
      const left = await app.strapi.db.connection(table).where({ member_id: id });
      expect(left, table).toEqual([]);
    }
  });
});
