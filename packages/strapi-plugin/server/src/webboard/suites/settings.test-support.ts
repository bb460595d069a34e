import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { app, asker, askAsPanel, board, peer } from '../../../test/board-house';
import { signInMember } from '../../../test/member';
import { usualSettings } from '../rules/moderation';
import { keepSettings } from '../settings';

const path = '/km/moderation/settings';
const put = (settings: object) => askAsPanel('strapi-super-admin', 'PUT', path, settings);

/** What officers decide in the panel. */
export function settingsSuite(): void {
  it('are read by moderators and changed only with the permission', async () => {
    const read = await askAsPanel('strapi-editor', 'GET', path);
    expect(read.body.data).toEqual(usualSettings);
    const refused = await askAsPanel('strapi-editor', 'PUT', path, usualSettings);
    expect(refused.status).toBe(403);
  });

  it('name each field that cannot be', async () => {
    const wrong = await put({ ...usualSettings, firstPosts: 21, words: ['ดีงาม', 'ก', '. . ก'] });
    expect(wrong.status).toBe(400);
    expect((wrong.body.error as { details: object }).details).toEqual({
      fields: ['firstPosts', 'words.1', 'words.2'],
    });
    expect((await put({ ...usualSettings, author: 'x' })).status).toBe(400);
  });

  it('hold for the next post, of whichever server', async () => {
    try {
      const decided = {
        ...usualSettings,
        firstPosts: 0,
        linksToHold: 1,
        words: ['คำต้องห้าม'],
        personalData: { citizenId: 'warn', phone: 'block', bankAccount: 'off', email: 'off' },
      };
      expect((await put(decided)).body.data).toEqual(decided);
      const fresh = await signInMember(app, { approvedPosts: 0 });
      expect(await board.ask(fresh)).toBeTruthy();
      const reply = async (body: string, more: object = {}) => {
        const id = await board.ask(asker);
        return board.send(peer, `/threads/${id}/replies`, { key: randomUUID(), body, ...more });
      };
      expect((await reply('นี่คือ คำ-ต้อง-ห้าม')).data).toMatchObject({ heldReason: 'words' });
      expect((await reply('สล็อต')).data).toMatchObject({ state: 'shown' });
      const links = 'https://a.example/ https://b.example/';
      expect((await reply(links)).data).toMatchObject({ heldReason: 'links' });
      expect((await reply('ส่งที่ a@example.go.th')).status).toBe(201);
      const phone = await reply('โทร 081-234-5678', { personalDataSeen: true });
      expect(phone.error?.details).toMatchObject({ code: 'personalData', decision: 'block' });
      const citizen = await reply('เลขบัตร 1-2345-67890-12-1', { personalDataSeen: true });
      expect(citizen.status).toBe(201);
      const log = await askAsPanel('strapi-editor', 'GET', '/km/moderation/log');
      expect((log.body.data as object[])[0]).toMatchObject({ action: 'settings' });
    } finally {
      await keepSettings(app.strapi, usualSettings);
    }
  });
}
