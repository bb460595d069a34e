import { Tabs } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
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
  return (
    <Page.Main>
      <Page.Title>{say('title')}</Page.Title>
      <Layouts.Header title={say('title')} subtitle={say('subtitle')} />
      <Layouts.Content>
        <Tabs.Root defaultValue="awaiting">
          <Tabs.List aria-label={say('title')}>
            {tabs.map(({ name }) => (
              <Tabs.Trigger key={name} value={name}>
                {say(`tab.${name}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {tabs.map(({ name, panel }) => (
            <Tabs.Content key={name} value={name}>
              {panel}
            </Tabs.Content>
          ))}
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
}
