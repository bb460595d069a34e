import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInMember } from '../../test/member';
import { startApp, type TestApp } from '../../test/start-app';
import { deleteMember } from './deletion';
import { authorsOf, memberEmail, membersByName, nobody } from './authors';
import { countsUnread, exportsForMember, onMemberDeleted } from './hooks';
import { collectData } from './my-data';
import { countApprovedPost } from './standing';
import { ownMemberOf } from './tokens';

// Hooks are remembered by the code that runs here, not by the built plugin of the server.
describe('what other rooms know and do about members', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.stop());
  const rowOf = (id: string) => app.strapi.db.connection('km_members').where({ id }).first();

  it('name authors by their public side alone', async () => {
    const member = await signInMember(app, { grade: 'officer' });
    const authorOf = await authorsOf(app.strapi, [member.id, member.id]);
    expect(authorOf(member.id)).toEqual({
      id: member.id,
      displayName: member.displayName,
      authorityName: 'เทศบาลตำบลทดสอบ',
      grade: 'officer',
    });
    expect(authorOf('unknown')).toEqual(nobody);
    expect(authorOf(null)).toEqual(nobody);
  });

  it('find members by a name as somebody else spells it', async () => {
    const member = await signInMember(app, { displayName: 'แดง Somchai' });
    const found = await membersByName(app.strapi, ['เเดง SOMCHA1', 'ไม่มี']);
    expect(found.map(({ id }) => id)).toEqual([member.id]);
  });

  it('send mail to whom it is wanted', async () => {
    const wanting = await signInMember(app, { wantsMail: true });
    const quiet = await signInMember(app);
    expect(await memberEmail(app.strapi, wanting.id)).toEqual({
      email: wanting.email,
      replies: 'each',
      offPath: expect.stringMatching(/^\/members\/mail\/off\?key=[\w-]{43}$/),
    });
    expect((await memberEmail(app.strapi, quiet.id))?.replies).toBe('off');
    expect(await memberEmail(app.strapi, 'unknown')).toBeNull();
  });

  it('count what is unread and add to what a member takes home', async () => {
    const member = await signInMember(app);
    countsUnread(app.strapi, async (id) => (id === member.id ? 2 : 0));
    countsUnread(app.strapi, async () => 3);
    exportsForMember(app.strapi, async () => ({ threads: [{ title: 'คำถาม' }] }));
    const row = await rowOf(member.id);
    expect((await ownMemberOf(app.strapi, row)).unread).toBe(5);
    const data = await collectData(app.strapi, row);
    expect(data.threads).toEqual([{ title: 'คำถาม' }]);
    await countApprovedPost(app.strapi, member.id);
    expect(Number((await rowOf(member.id)).approved_posts)).toBe(2);
  });

  it('take part in the deletion of an account, which fails where one of them fails', async () => {
    const member = await signInMember(app);
    let isBroken = true;
    const told: string[] = [];
    onMemberDeleted(app.strapi, async (id) => {
      if (isBroken) throw new Error('not now');
      told.push(id);
    });
    await expect(deleteMember(app.strapi, member.id)).rejects.toThrow('not now');
    expect(await rowOf(member.id)).toMatchObject({ state: 'active' });
    isBroken = false;
    await deleteMember(app.strapi, member.id);
    await deleteMember(app.strapi, member.id);
    expect(told).toEqual([member.id]);
    expect(await memberEmail(app.strapi, member.id)).toBeNull();
    expect((await authorsOf(app.strapi, [member.id]))(member.id)).toEqual(nobody);
  });
});
