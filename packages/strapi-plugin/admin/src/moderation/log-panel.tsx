import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useLoaded } from '../search/use-loaded';
import type { LogPage } from './api';
import { Failure } from './failure';
import { Pages } from './pages';
import { useMoment, useWords } from './say';

const pageSize = 25;
const columns = ['at', 'action', 'what', 'reason', 'by'] as const;
/** Acts that have a name of their own; others, of a later version, are shown by their code. */
const named = new Set([
  ...['approve', 'hide', 'show', 'delete', 'pin', 'unpin', 'lock', 'unlock', 'move', 'merge'],
  ...['close', 'reopen', 'warn', 'suspend', 'block', 'reinstate', 'settings', 'traffic.export'],
]);

/** What was decided, by whom and why; nobody can change it. */
export function LogPanel() {
  const say = useWords();
  const moment = useMoment();
  const [page, setPage] = useState(1);
  const { status, shown, reload } = useLoaded<LogPage>(
    `/km/moderation/log?page=${page}&pageSize=${pageSize}`
  );
  const words = { overflowWrap: 'anywhere', whiteSpace: 'normal' } as const;
  return (
    <Box padding={6} aria-busy={status === 'loading'}>
      {status === 'failed' && <Failure onRetry={reload} />}
      {status === 'loading' && !shown && <Page.Loading />}
      {shown && shown.data.length === 0 && (
        <Box background="neutral100" padding={8} hasRadius>
          <Typography textColor="neutral600">{say('log.empty')}</Typography>
        </Box>
      )}
      {shown && shown.data.length > 0 && (
        <>
          <Box overflow="auto">
            <Table colCount={columns.length} rowCount={shown.data.length + 1}>
              <Thead>
                <Tr>
                  {columns.map((column) => (
                    <Th key={column}>
                      <Typography variant="sigma">{say(`log.${column}`)}</Typography>
                    </Th>
                  ))}
                </Tr>
              </Thead>
              <Tbody>
                {shown.data.map((entry) => (
                  <Tr key={entry.id}>
                    <Td>
                      <Typography>{moment(entry.at)}</Typography>
                    </Td>
                    <Td>
                      <Typography>
                        {named.has(entry.action) ? say(`act.${entry.action}`) : entry.action}
                      </Typography>
                    </Td>
                    <Td maxWidth="200px">
                      <Typography variant="pi" style={words}>
                        {entry.postKind ? `${say(`kind.${entry.postKind}`)} ${entry.postId}` : ''}{' '}
                        {entry.memberId ? say('log.member', { id: entry.memberId }) : ''}
                      </Typography>
                    </Td>
                    <Td maxWidth="360px">
                      <Typography style={words}>{entry.reason}</Typography>
                    </Td>
                    <Td>
                      <Typography>
                        {say(`actor.${entry.actor.kind}`)} {entry.actor.id}
                      </Typography>
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          </Box>
          <Box paddingTop={4}>
            <Pages page={page} pageSize={pageSize} total={shown.meta.total} onPage={setPage} />
          </Box>
        </>
      )}
    </Box>
  );
}
