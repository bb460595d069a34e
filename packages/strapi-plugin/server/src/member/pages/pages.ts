import { registerPages } from './register';
import { confirmPage } from './confirm';
import { signInPages } from './sign-in';
import { resetPages } from './reset';
import { accountPages } from './account';
import { securityPages } from './security';
import { sessionPages } from './sessions';
import { dataPages } from './my-data';
import { mailOffPage } from './mail-off';
import { windowPage } from './window';
import type { MemberPage } from './page';

/** Every page below `/members`. */
export const pages: readonly MemberPage[] = [
  ...registerPages,
  confirmPage,
  ...signInPages,
  ...resetPages,
  ...accountPages,
  ...securityPages,
  ...sessionPages,
  ...dataPages,
  mailOffPage,
  windowPage,
];
