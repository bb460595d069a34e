import { Page, useRBAC } from '@strapi/strapi/admin';
import { TabbedPage } from '../listing/tabbed-page';
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
  return <TabbedPage say={say} tabs={tabs} />;
}
