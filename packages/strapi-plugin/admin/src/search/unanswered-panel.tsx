import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { keyOf } from '../plugin-id';
import { useLoaded } from './use-loaded';

interface UnansweredQuery {
  query: string;
  asked: number;
  clicks: number;
  found: number;
  lastAsked: string;
}

interface UnansweredPage {
  data: UnansweredQuery[];
  meta: { page: number; pageSize: number; total: number };
}

const periods = [7, 30, 90] as const;
const pageSize = 25;
const faqs = '/content-manager/collection-types/plugin::km.faq';

/** Queries that wait for an answer; one click starts a question with the query as its words. */
export function UnansweredPanel({ kind }: { kind: 'noResults' | 'lowClicks' }) {
  const { formatMessage, formatDate } = useIntl();
  const say = (name: string, values?: Record<string, number>) =>
    formatMessage({ id: keyOf(`search.${name}`) }, values);
  const [days, setDays] = useState<number>(30);
  const [page, setPage] = useState(1);
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();
  const [busy, setBusy] = useState<string | null>(null);
  const { status, shown, reload } = useLoaded<UnansweredPage>(
    `/km/search/unanswered?kind=${kind}&days=${days}&page=${page}&pageSize=${pageSize}`
  );

  async function act(query: string, deed: () => Promise<void>): Promise<void> {
    setBusy(query);
    try {
      await deed();
    } catch {
      toggleNotification({ type: 'danger', message: say('failed.act') });
    } finally {
      setBusy(null);
    }
  }

  const startFaq = (query: string) =>
    act(query, async () => {
      const { data } = await post<{ data: { documentId: string } }>('/km/search/faq-drafts', {
        q: query,
      });
      navigate(`${faqs}/${data.data.documentId}`);
    });
  const settle = (query: string) =>
    act(query, async () => {
      await post('/km/search/settled', { q: query });
      reload();
    });

  const columns = ['query', 'asked', ...(kind === 'lowClicks' ? ['found', 'clicks'] : []), 'last'];
  const pages = shown ? Math.max(1, Math.ceil(shown.meta.total / pageSize)) : 1;
  return (
    <Box padding={6} aria-busy={status === 'loading'}>
      <Flex
        gap={4}
        paddingBottom={4}
        wrap="wrap"
        alignItems="flex-end"
        justifyContent="space-between"
      >
        <Box maxWidth="640px">
          <Typography textColor="neutral600">{say(`about.${kind}`)}</Typography>
        </Box>
        <Field.Root width="200px">
          <Field.Label>{say('period')}</Field.Label>
          <SingleSelect
            value={String(days)}
            onChange={(value) => {
              setDays(Number(value));
              setPage(1);
            }}
          >
            {periods.map((period) => (
              <SingleSelectOption key={period} value={String(period)}>
                {say('period.days', { days: period })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Flex>
      {status === 'failed' && (
        <Flex gap={4} paddingBottom={4} role="alert">
          <Typography textColor="danger600">{say('failed')}</Typography>
          <Button variant="tertiary" onClick={reload}>
            {say('retry')}
          </Button>
        </Flex>
      )}
      {status === 'loading' && !shown && <Page.Loading />}
      {shown && shown.data.length === 0 && (
        <Box background="neutral100" padding={8} hasRadius>
          <Typography textColor="neutral600">{say(`empty.${kind}`)}</Typography>
        </Box>
      )}
      {shown && shown.data.length > 0 && (
        <>
          <Table colCount={columns.length + 1} rowCount={shown.data.length + 1}>
            <Thead>
              <Tr>
                {columns.map((column) => (
                  <Th key={column}>
                    <Typography variant="sigma">{say(`column.${column}`)}</Typography>
                  </Th>
                ))}
                <Th>
                  <Typography variant="sigma">{say('column.act')}</Typography>
                </Th>
              </Tr>
            </Thead>
            <Tbody>
              {shown.data.map((entry) => (
                <Tr key={entry.query}>
                  <Td maxWidth="420px">
                    <Typography style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
                      {entry.query}
                    </Typography>
                  </Td>
                  <Td>
                    <Typography>{entry.asked.toLocaleString('th')}</Typography>
                  </Td>
                  {kind === 'lowClicks' && (
                    <>
                      <Td>
                        <Typography>{entry.found.toLocaleString('th')}</Typography>
                      </Td>
                      <Td>
                        <Typography>{entry.clicks.toLocaleString('th')}</Typography>
                      </Td>
                    </>
                  )}
                  <Td>
                    <Typography>
                      {formatDate(entry.lastAsked, { dateStyle: 'medium', timeZone: 'UTC' })}
                    </Typography>
                  </Td>
                  <Td>
                    <Flex gap={2}>
                      <Button
                        variant="secondary"
                        startIcon={<Plus />}
                        disabled={busy !== null}
                        loading={busy === entry.query}
                        onClick={() => void startFaq(entry.query)}
                      >
                        {say('act.faq')}
                      </Button>
                      <Button
                        variant="tertiary"
                        disabled={busy !== null}
                        onClick={() => void settle(entry.query)}
                      >
                        {say('act.settle')}
                      </Button>
                    </Flex>
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
          <Flex paddingTop={4} gap={3} justifyContent="flex-end">
            <Button variant="tertiary" disabled={page <= 1} onClick={() => setPage(page - 1)}>
              {say('previous')}
            </Button>
            <Typography>{say('page', { page, pages })}</Typography>
            <Button variant="tertiary" disabled={page >= pages} onClick={() => setPage(page + 1)}>
              {say('next')}
            </Button>
          </Flex>
        </>
      )}
      <Box paddingTop={4}>
        <Typography variant="pi" textColor="neutral600">
          {say('privacy')}
        </Typography>
      </Box>
    </Box>
  );
}
