import { registerPages } from './register';
import { confirmPage } from './confirm';
import { signInPages } from './sign-in';
import { resetPages } from './reset';
import { accountPages } from './account';
import { approvalPages } from './approvals';
import { securityPages } from './security';
import { secondFactorPages } from './second-factor';
import { sessionPages } from './sessions';
import { signInCodePage } from './sign-in-code';
import { dataPages } from './my-data';
import { identityPages } from './identities';
import { mailOffPage } from './mail-off';
import { oidcPages } from './oidc';
import { oidcRegisterPages } from './oidc-register';
import { windowPage } from './window';
import type { MemberPage } from './page';

/** Every page below `/members`. */
export const pages: readonly MemberPage[] = [
  ...registerPages,
  confirmPage,
  ...signInPages,
  signInCodePage,
  ...oidcPages,
  ...oidcRegisterPages,
  ...resetPages,
  ...accountPages,
  ...approvalPages,
  ...securityPages,
  ...secondFactorPages,
  ...identityPages,
  ...sessionPages,
  ...dataPages,
  mailOffPage,
  windowPage,
];
