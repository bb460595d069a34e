import { Tabs } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';

interface TabbedPageProps {
  /** Says `title`, `subtitle` and `tab.<name>`. */
  say(name: string): string;
  /** In their order; the first is shown at first. */
  tabs: readonly { name: string; panel: ReactNode }[];
}

/** A page of the panel whose parts stand behind tabs. */
export function TabbedPage({ say, tabs }: TabbedPageProps) {
  return (
    <Page.Main>
      <Page.Title>{say('title')}</Page.Title>
      <Layouts.Header title={say('title')} subtitle={say('subtitle')} />
      <Layouts.Content>
        <Tabs.Root defaultValue={tabs[0]?.name}>
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
