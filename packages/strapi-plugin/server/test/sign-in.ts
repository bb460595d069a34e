import { randomUUID } from 'node:crypto';
import type { TestApp } from './start-app';

/** Makes an admin user of a role and answers the headers that user asks with. */
export async function signIn(app: TestApp, roleCode: string): Promise<Record<string, string>> {
  const { strapi } = app;
  const role = await strapi.db.query('admin::role').findOne({ where: { code: roleCode } });
  // Strapi counts log-ins by address for its whole process, which other applications share.
  const email = `${roleCode}-${randomUUID()}@km.example`;
  const password = 'Correct-horse-7';
  await strapi.service('admin::user').create({
    email,
    password,
    firstname: roleCode,
    lastname: 'test',
    isActive: true,
    roles: [role.id],
  });
  const answer = await app.get('/admin/login', {
    method: 'POST',
    body: JSON.stringify({ email, password }),
    headers: { 'Content-Type': 'application/json' },
  });
  const { data } = (await answer.json()) as { data: { token: string } };
  return { Authorization: `Bearer ${data.token}` };
}
