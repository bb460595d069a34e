import { Page, useRBAC } from '@strapi/strapi/admin';
import { TabbedPage } from '../listing/tabbed-page';
import { MembersPanel } from './members-panel';
import { memberPermissions, readMembers, type Allowed } from './permission';
import { useMemberWords } from './say';
import { SettingsPanel } from './settings-panel';

/** Where officers look after members: approve, appoint, suspend. */
export function MemberPage() {
  return (
    <Page.Protect permissions={[readMembers]}>
      <Members />
    </Page.Protect>
  );
}

function Members() {
  const say = useMemberWords();
  const { allowedActions, isLoading } = useRBAC(memberPermissions) as unknown as {
    allowedActions: Allowed;
    isLoading: boolean;
  };
  if (isLoading) return <Page.Loading />;
  const tabs = [
    { name: 'awaiting', panel: <MembersPanel allowed={allowedActions} state="awaiting" /> },
    { name: 'all', panel: <MembersPanel allowed={allowedActions} /> },
    ...(allowedActions.canConfigure ? [{ name: 'settings', panel: <SettingsPanel /> }] : []),
  ];
  return <TabbedPage say={say} tabs={tabs} />;
}
