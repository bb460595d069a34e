const permission = (name: string) => ({ action: `plugin::km.member.${name}`, subject: null });

/** What roles may do about members; the server knows them by the same names. */
export const readMembers = permission('read');
export const approveMembers = permission('approve');
export const appointMembers = permission('appoint');
export const sanctionMembers = permission('sanction');
export const rescueMembers = permission('rescue');
export const seeEmails = permission('email');
export const configureMembers = permission('configure');

export const memberPermissions = [
  readMembers,
  approveMembers,
  appointMembers,
  sanctionMembers,
  rescueMembers,
  seeEmails,
  configureMembers,
];

/** What of it the one who looks may do, as Strapi tells. */
export interface Allowed {
  canApprove: boolean;
  canAppoint: boolean;
  canSanction: boolean;
  canRescue: boolean;
  canEmail: boolean;
  canConfigure: boolean;
}
