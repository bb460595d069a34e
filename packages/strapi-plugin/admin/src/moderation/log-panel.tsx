import { Box, Td, Tr, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { breaking, Listing } from '../listing/listing';
import { useLoaded } from '../search/use-loaded';
import type { LogPage } from './api';
import { useMoment, useWords } from './say';

const pageSize = 25;
const columns = ['at', 'action', 'what', 'reason', 'by'] as const;
/** Acts that have a name of their own; others, of a later version, are shown by their code. */
const named = new Set([
  ...['approve', 'hide', 'show', 'delete', 'pin', 'unpin', 'lock', 'unlock', 'move', 'merge'],
  ...['approve', 'refuse', 'appoint', 'signOut', 'secondFactor', 'email', 'settings'].map(
    (act) => `member.${act}`
  ),
  ...['close', 'reopen', 'warn', 'suspend', 'block', 'reinstate', 'settings', 'traffic.export'],
  ...['hold', 'promote'],
]);

/** What was decided, by whom and why; nobody can change it. */
export function LogPanel() {
  const say = useWords();
  const moment = useMoment();
  const [page, setPage] = useState(1);
  const loaded = useLoaded<LogPage>(`/km/moderation/log?page=${page}&pageSize=${pageSize}`);
  return (
    <Box padding={6}>
      <Listing
        loaded={loaded}
        label={say('tab.log')}
        heads={columns.map((column) => say(`log.${column}`))}
        empty={say('log.empty')}
        page={page}
        pageSize={pageSize}
        onPage={setPage}
        renderRow={(entry) => (
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
              <Typography variant="pi" style={breaking}>
                {entry.postKind ? `${say(`kind.${entry.postKind}`)} ${entry.postId}` : ''}{' '}
                {entry.memberId ? say('log.member', { id: entry.memberId }) : ''}
              </Typography>
            </Td>
            <Td maxWidth="360px">
              <Typography style={breaking}>{entry.reason}</Typography>
            </Td>
            <Td>
              <Typography>
                {say(`actor.${entry.actor.kind}`)} {entry.actor.id}
              </Typography>
            </Td>
          </Tr>
        )}
      />
    </Box>
  );
}
