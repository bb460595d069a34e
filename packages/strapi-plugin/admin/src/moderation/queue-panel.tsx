import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useLoaded } from '../search/use-loaded';
import { ActDialog } from './act-dialog';
import { postActs, type QueueItem, type QueuePage } from './api';
import { Failure } from './failure';
import { Pages } from './pages';
import { PostCard } from './post-card';
import { useWords } from './say';
import type { Intent } from './use-act';

const pageSize = 25;
/** How often others' decisions show by themselves, in milliseconds. */
const lookAgain = 60_000;

/** Posts that wait for a moderator, the oldest first; acts for one, or for all that are chosen. */
export function QueuePanel({ show }: { show: 'held' | 'reported' }) {
  const say = useWords();
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [intent, setIntent] = useState<Intent | null>(null);
  const { status, shown, reload } = useLoaded<QueuePage>(
    `/km/moderation/queue?show=${show}&page=${page}&pageSize=${pageSize}`,
    lookAgain
  );
  const posts = shown?.data ?? [];
  const selected = posts.filter(({ id }) => chosen.has(id));

  const choose = ({ id }: QueueItem, isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      if (isChosen) after.add(id);
      else after.delete(id);
      return after;
    });
  const chooseAll = () =>
    setChosen(new Set(selected.length === posts.length ? [] : posts.map(({ id }) => id)));

  return (
    <Box padding={6} aria-busy={status === 'loading'}>
      <Box paddingBottom={4}>
        <Typography textColor="neutral600">{say(`about.${show}`)}</Typography>
      </Box>
      {status === 'failed' && <Failure onRetry={reload} />}
      {status === 'loading' && !shown && <Page.Loading />}
      {shown && posts.length === 0 && (
        <Box background="neutral100" padding={8} hasRadius>
          <Typography textColor="neutral600">{say(`empty.${show}`)}</Typography>
        </Box>
      )}
      {posts.length > 0 && (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex gap={3} wrap="wrap" role="group" aria-label={say('bulk')}>
            <Checkbox
              checked={
                selected.length === posts.length ? true : selected.length ? 'indeterminate' : false
              }
              onCheckedChange={chooseAll}
            >
              {say('chooseAll')}
            </Checkbox>
            <Typography aria-live="polite">{say('chosen', { count: selected.length })}</Typography>
            {postActs.map((act) => (
              <Button
                key={act}
                variant={act === 'approve' ? 'success-light' : 'danger-light'}
                disabled={selected.length === 0}
                onClick={() => setIntent({ target: 'posts', act, posts: selected })}
              >
                {say(`act.${act}`)}
              </Button>
            ))}
          </Flex>
          {posts.map((post) => (
            <PostCard
              key={post.id}
              post={post}
              isChosen={chosen.has(post.id)}
              onChoose={(isChosen) => choose(post, isChosen)}
              onIntend={setIntent}
            />
          ))}
          <Pages page={page} pageSize={pageSize} total={shown?.meta.total ?? 0} onPage={setPage} />
        </Flex>
      )}
      {intent && (
        <ActDialog
          intent={intent}
          onClose={() => setIntent(null)}
          onDone={() => {
            setChosen(new Set());
            reload();
          }}
        />
      )}
    </Box>
  );
}
