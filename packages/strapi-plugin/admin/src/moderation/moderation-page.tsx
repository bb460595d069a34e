import { Tabs } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { LogPanel } from './log-panel';
import { configureBoard, exportTraffic, moderateBoard } from './permission';
import { QueuePanel } from './queue-panel';
import { useWords } from './say';
import { SettingsPanel } from './settings-panel';
import { TrafficPanel } from './traffic-panel';

/** Where moderators keep order on the webboard. */
export function ModerationPage() {
  return (
    <Page.Protect permissions={[moderateBoard]}>
      <Moderation />
    </Page.Protect>
  );
}

function Moderation() {
  const say = useWords();
  const { allowedActions } = useRBAC([exportTraffic, configureBoard]) as unknown as {
    allowedActions: { canTraffic: boolean; canConfigure: boolean };
  };
  const tabs = [
    { name: 'held', panel: <QueuePanel show="held" /> },
    { name: 'reported', panel: <QueuePanel show="reported" /> },
    { name: 'log', panel: <LogPanel /> },
    ...(allowedActions.canTraffic ? [{ name: 'traffic', panel: <TrafficPanel /> }] : []),
    { name: 'settings', panel: <SettingsPanel canConfigure={allowedActions.canConfigure} /> },
  ];
  return (
    <Page.Main>
      <Page.Title>{say('title')}</Page.Title>
      <Layouts.Header title={say('title')} subtitle={say('subtitle')} />
      <Layouts.Content>
        <Tabs.Root defaultValue="held">
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
