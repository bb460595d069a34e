import {
  Badge,
  Button,
  Flex,
  Link,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { keyOf } from '../plugin-id';
import type { FeedbackEntry } from './use-feedback';
import { soundBadge } from '../listing/sound-badge';

interface FeedbackTableProps {
  page: { data: FeedbackEntry[]; meta: { page: number; pageSize: number; total: number } };
  onPage(page: number): void;
}

const columns = ['answer', 'document', 'reason', 'comment', 'when'] as const;

/** A page of answers, each with the page it is about; comments are shown as plain text. */
export function FeedbackTable({ page: { data, meta }, onPage }: FeedbackTableProps) {
  const { formatMessage } = useIntl();
  const say = (name: string) => formatMessage({ id: keyOf(`feedback.${name}`) });
  const pages = Math.max(1, Math.ceil(meta.total / meta.pageSize));
  return (
    <>
      <Table colCount={columns.length} rowCount={data.length + 1}>
        <Thead>
          <Tr>
            {columns.map((column) => (
              <Th key={column}>
                <Typography variant="sigma">{say(column)}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {data.map((entry) => (
            <FeedbackRow key={entry.id} entry={entry} />
          ))}
        </Tbody>
      </Table>
      <Flex paddingTop={4} gap={3} justifyContent="flex-end">
        <Button variant="tertiary" disabled={meta.page <= 1} onClick={() => onPage(meta.page - 1)}>
          {formatMessage({ id: keyOf('feedback.previous') })}
        </Button>
        <Typography>
          {formatMessage({ id: keyOf('feedback.page') }, { page: meta.page, pages })}
        </Typography>
        <Button
          variant="tertiary"
          disabled={meta.page >= pages}
          onClick={() => onPage(meta.page + 1)}
        >
          {formatMessage({ id: keyOf('feedback.next') })}
        </Button>
      </Flex>
    </>
  );
}

function FeedbackRow({ entry }: { entry: FeedbackEntry }) {
  const { formatMessage, formatDate } = useIntl();
  const say = (name: string) => formatMessage({ id: keyOf(`feedback.${name}`) });
  const address = `/content-manager/collection-types/plugin::km.${entry.service}/${entry.documentId}`;
  return (
    <Tr>
      <Td>
        <Badge {...(entry.helpful && soundBadge)}>
          {say(entry.helpful ? 'answer.helpful' : 'answer.notHelpful')}
        </Badge>
      </Td>
      <Td maxWidth="320px">
        {entry.title === null ? (
          <Typography textColor="neutral600">{say('document.deleted')}</Typography>
        ) : (
          <Link tag={NavLink} to={address}>
            {entry.title}
          </Link>
        )}
      </Td>
      <Td>
        <Typography>{entry.reason ? say(`reason.${entry.reason}`) : '-'}</Typography>
      </Td>
      <Td maxWidth="480px">
        <Typography style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {entry.comment ?? '-'}
        </Typography>
      </Td>
      <Td>
        <Typography>
          {formatDate(entry.createdAt, {
            dateStyle: 'medium',
            timeStyle: 'short',
            timeZone: 'Asia/Bangkok',
          })}
        </Typography>
      </Td>
    </Tr>
  );
}
