import { Box, LinkButton, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { keyOf } from '../plugin-id';
import { builderPath, fitToContent, holdsBuilder } from './framed-builder';

/** The site's own page where elements are chosen for other websites, for who sits in the panel. */
export function EmbedPage() {
  const { formatMessage, locale } = useIntl();
  const say = (name: string) => formatMessage({ id: keyOf(`embed.${name}`) });
  const [isMissing, setMissing] = useState(false);
  return (
    <Page.Main>
      <Page.Title>{say('title')}</Page.Title>
      <Layouts.Header
        title={say('title')}
        subtitle={say('subtitle')}
        primaryAction={
          <LinkButton
            href={builderPath(locale)}
            target="_blank"
            variant="tertiary"
            endIcon={<ExternalLink />}
          >
            {say('open')}
          </LinkButton>
        }
      />
      <Layouts.Content>
        {isMissing ? (
          <Typography role="alert">{say('missing')}</Typography>
        ) : (
          <Box
            tag="iframe"
            src={builderPath(locale)}
            title={say('title')}
            width="100%"
            minHeight="60vh"
            borderColor="neutral150"
            hasRadius
            onLoad={({ currentTarget }: { currentTarget: HTMLIFrameElement }) => {
              if (holdsBuilder(currentTarget)) fitToContent(currentTarget);
              else setMissing(true);
            }}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
