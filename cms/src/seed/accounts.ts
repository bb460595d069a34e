import type { Core } from '@strapi/strapi';

/** An account of the admin pages. */
export interface Login {
  email: string;
  password: string;
}

/** The first accounts of a new installation. */
export interface Logins {
  editor: Login;
  admin: Login;
}

/**
 * Makes the first editor and the first administrator, unless the installation has accounts already.
 *
 * @returns Whether they were made.
 */
export async function createFirstAccounts(strapi: Core.Strapi, logins: Logins): Promise<boolean> {
  const users = strapi.service('admin::user');
  if (await users.exists()) return false;

  const roles = strapi.db.query('admin::role');
  const administrator = await roles.findOne({ where: { code: 'strapi-super-admin' } });
  const editor = await roles.findOne({ where: { code: 'strapi-editor' } });
  // The administrator first: until there is one, Strapi offers its registration page to anybody.
  await users.create(account(logins.admin, 'ผู้ดูแลระบบ', administrator.id));
  await users.create(account(logins.editor, 'บรรณาธิการ', editor.id));
  return true;
}

function account({ email, password }: Login, firstname: string, role: number) {
  return {
    email,
    password,
    firstname,
    lastname: 'คลังความรู้',
    isActive: true,
    roles: [role],
    registrationToken: null,
    preferedLanguage: 'th',
  };
}
