import { Badge, Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useDownload } from '../import/use-download';
import { memberActs, postActs, type QueueItem } from './api';
import { plainTextOf } from './plain-text';
import { useMoment, useWords } from './say';
import type { Intent } from './use-act';

interface PostCardProps {
  post: QueueItem;
  isChosen: boolean;
  onChoose(isChosen: boolean): void;
  onIntend(intent: Intent): void;
}

/** One post with all a moderator needs to judge it: its words, why it is here, who wrote it. */
export function PostCard({ post, isChosen, onChoose, onIntend }: PostCardProps) {
  const say = useWords();
  const moment = useMoment();
  const { author } = post;
  const words = { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' } as const;
  return (
    <Box
      tag="article"
      background="neutral0"
      borderColor="neutral200"
      padding={4}
      hasRadius
      aria-label={post.title}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={3} alignItems="flex-start">
          <Checkbox
            aria-label={say('choose', { title: post.title })}
            checked={isChosen}
            onCheckedChange={(checked: boolean | 'indeterminate') => onChoose(checked === true)}
          />
          <Box flex="1" minWidth={0}>
            <Typography variant="delta" tag="h2" fontWeight="bold" style={words}>
              {post.title}
            </Typography>
            <Flex gap={2} wrap="wrap" paddingTop={1}>
              <Badge>{say(`kind.${post.kind}`)}</Badge>
              {post.heldReason && (
                <Badge backgroundColor="warning100" textColor="neutral800">
                  {say(`held.${post.heldReason}`)}
                </Badge>
              )}
              <Typography variant="pi" textColor="neutral600">
                {moment(post.createdAt)}
              </Typography>
            </Flex>
          </Box>
        </Flex>
        <Typography style={words}>{plainTextOf(post.bodyHtml)}</Typography>
        {post.errorMessage && (
          <Typography style={words} textColor="neutral600">
            {say('errorMessage')}: {post.errorMessage}
          </Typography>
        )}
        <Attachments post={post} />
        {post.reports.length > 0 && (
          <Box tag="ul" background="warning100" padding={3} hasRadius aria-label={say('reports')}>
            {post.reports.map(({ reason, note, at, byMember }) => (
              <li key={at + reason}>
                <Typography style={words}>
                  {say(`report.${reason}`)} ({say(byMember ? 'byMember' : 'byReader')}, {moment(at)}
                  ){note ? `: ${note}` : ''}
                </Typography>
              </li>
            ))}
          </Box>
        )}
        <Typography variant="pi" textColor="neutral600" style={words}>
          {say('author', {
            name: author.displayName,
            authority: author.authorityName ?? say(`grade.${author.grade}`),
            approved: author.approvedPosts,
          })}
          {author.state && author.state !== 'active' ? ` · ${say(`state.${author.state}`)}` : ''}
        </Typography>
        <Flex gap={2} wrap="wrap">
          {postActs.map((act) => (
            <Button
              key={act}
              variant={act === 'approve' ? 'success-light' : 'danger-light'}
              onClick={() => onIntend({ target: 'posts', act, posts: [post] })}
            >
              {say(`act.${act}`)}
            </Button>
          ))}
          {author.id &&
            memberActs
              .filter(
                (act) => (act === 'reinstate') === /suspended|blocked/.test(author.state ?? '')
              )
              .map((act) => (
                <Button
                  key={act}
                  variant="tertiary"
                  onClick={() =>
                    onIntend({
                      target: 'member',
                      act,
                      member: { id: author.id as string, displayName: author.displayName },
                    })
                  }
                >
                  {say(`act.${act}`)}
                </Button>
              ))}
        </Flex>
      </Flex>
    </Box>
  );
}

function Attachments({ post: { attachments } }: { post: QueueItem }) {
  const say = useWords();
  const download = useDownload();
  if (attachments.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap">
      {attachments.map(({ id, name }) => (
        <Button
          key={id}
          variant="secondary"
          onClick={() => void download(`/km/moderation/attachments/${id}`, name)}
        >
          {say('attachment', { name })}
        </Button>
      ))}
    </Flex>
  );
}
