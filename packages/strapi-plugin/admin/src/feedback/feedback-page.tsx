import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { keyOf } from '../plugin-id';
import { FeedbackFilters } from './feedback-filters';
import { FeedbackTable } from './feedback-table';
import { readFeedback } from './permission';
import { useFeedback, type FeedbackChoice } from './use-feedback';

/** What readers said of manuals and questions, for the editors who may read it. */
export function FeedbackPage() {
  return (
    <Page.Protect permissions={[readFeedback]}>
      <FeedbackList />
    </Page.Protect>
  );
}

function FeedbackList() {
  const { formatMessage } = useIntl();
  const [choice, setChoice] = useState<FeedbackChoice>({ service: '', helpful: '', page: 1 });
  const { status, shown, retry } = useFeedback(choice);
  const say = (name: string, values?: Record<string, number>) =>
    formatMessage({ id: keyOf(`feedback.${name}`) }, values);
  const isFiltered = choice.service !== '' || choice.helpful !== '';

  return (
    <Page.Main aria-busy={status === 'loading'}>
      <Page.Title>{say('title')}</Page.Title>
      <Layouts.Header
        title={say('title')}
        subtitle={
          shown
            ? say('counts', { helpful: shown.meta.helpful, notHelpful: shown.meta.notHelpful })
            : say('subtitle')
        }
      />
      <Layouts.Content>
        <FeedbackFilters choice={choice} onChange={setChoice} />
        {status === 'failed' && (
          <Flex gap={4} paddingBottom={4} role="alert">
            <Typography textColor="danger600">{say('failed')}</Typography>
            <Button variant="tertiary" onClick={retry}>
              {say('retry')}
            </Button>
          </Flex>
        )}
        {status === 'loading' && !shown && <Page.Loading />}
        {shown && shown.data.length === 0 && (
          <Box background="neutral0" padding={8} hasRadius shadow="tableShadow">
            <Typography textColor="neutral600">
              {say(isFiltered ? 'empty.filtered' : 'empty')}
            </Typography>
          </Box>
        )}
        {shown && shown.data.length > 0 && (
          <FeedbackTable
            page={shown}
            onPage={(page) => setChoice((current) => ({ ...current, page }))}
          />
        )}
        <Box paddingTop={4}>
          <Typography variant="pi" textColor="neutral600">
            {say('subtitle')}
          </Typography>
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}
