import { Tabs } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { keyOf } from '../plugin-id';
import { IndexPanel } from './index-panel';
import { manageSearch } from './permission';
import { UnansweredPanel } from './unanswered-panel';

/** What readers look for and do not find, and how the index stands. */
export function SearchPage() {
  const { formatMessage } = useIntl();
  const say = (name: string) => formatMessage({ id: keyOf(`search.${name}`) });
  return (
    <Page.Protect permissions={[manageSearch]}>
      <Page.Main>
        <Page.Title>{say('title')}</Page.Title>
        <Layouts.Header title={say('title')} subtitle={say('subtitle')} />
        <Layouts.Content>
          <Tabs.Root defaultValue="noResults">
            <Tabs.List aria-label={say('title')}>
              {(['noResults', 'lowClicks', 'index'] as const).map((name) => (
                <Tabs.Trigger key={name} value={name}>
                  {say(`tab.${name}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Tabs.Content value="noResults">
              <UnansweredPanel kind="noResults" />
            </Tabs.Content>
            <Tabs.Content value="lowClicks">
              <UnansweredPanel kind="lowClicks" />
            </Tabs.Content>
            <Tabs.Content value="index">
              <IndexPanel />
            </Tabs.Content>
          </Tabs.Root>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
