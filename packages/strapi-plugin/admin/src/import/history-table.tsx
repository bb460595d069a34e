import {
  Badge,
  Box,
  Button,
  Dialog,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { ImportJob } from './api';
import { tabular } from './changes-view';
import { bahtOf, countOf } from './figures';
import { useAction } from './job-panel';
import { Pages } from './pages';
import { useWords } from './say';
import type { useHistory } from './use-imports';
import { soundBadge } from '../listing/sound-badge';

interface HistoryTableProps {
  history: ReturnType<typeof useHistory>;
  hasAmounts: boolean;
  canRollBack: boolean;
  onPage(page: number): void;
  onOpen(job: string): void;
  onChange(): void;
}

/** Who brought what and when, and the way back from the last of them. */
export function HistoryTable({
  history: { value, isFailed, reload },
  hasAmounts,
  canRollBack,
  onPage,
  onOpen,
  onChange,
}: HistoryTableProps) {
  const say = useWords();
  const columns = [
    'when',
    'file',
    'state',
    'rows',
    ...(hasAmounts ? ['amount'] : []),
    'by',
    'actions',
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="beta" tag="h2">
        {say('history')}
      </Typography>
      {isFailed && (
        <Flex gap={3} role="alert">
          <Typography textColor="danger600">{say('failed')}</Typography>
          <Button variant="tertiary" onClick={reload}>
            {say('retry')}
          </Button>
        </Flex>
      )}
      {value && value.data.length === 0 && (
        <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
          <Typography textColor="neutral600">{say('history.empty')}</Typography>
        </Box>
      )}
      {value && value.data.length > 0 && (
        <>
          <Box overflow="auto">
            <Table colCount={columns.length} rowCount={value.data.length + 1}>
              <Thead>
                <Tr>
                  {columns.map((name) => (
                    <Th key={name}>
                      <Typography variant="sigma">{say(`history.${name}`)}</Typography>
                    </Th>
                  ))}
                </Tr>
              </Thead>
              <Tbody>
                {value.data.map((job) => (
                  <HistoryRow
                    key={job.id}
                    job={job}
                    hasAmounts={hasAmounts}
                    canRollBack={canRollBack && job.canRollBack}
                    onOpen={() => onOpen(job.id)}
                    onChange={onChange}
                  />
                ))}
              </Tbody>
            </Table>
          </Box>
          <Pages {...value.meta} onPage={onPage} />
        </>
      )}
    </Flex>
  );
}

interface HistoryRowProps {
  job: ImportJob;
  hasAmounts: boolean;
  canRollBack: boolean;
  onOpen(): void;
  onChange(): void;
}

function HistoryRow({ job, hasAmounts, canRollBack, onOpen, onChange }: HistoryRowProps) {
  const say = useWords();
  const { formatDate } = useIntl();
  return (
    <Tr>
      <Td>
        <Typography>
          {formatDate(job.createdAt, {
            dateStyle: 'medium',
            timeStyle: 'short',
            timeZone: 'Asia/Bangkok',
          })}
        </Typography>
      </Td>
      <Td maxWidth="320px">
        <Typography
          tag="p"
          title={job.fileHash ? `SHA-256 ${job.fileHash}` : undefined}
          style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}
        >
          {job.fileName}
        </Typography>
        {job.fileHash && (
          <Typography variant="pi" textColor="neutral600">
            SHA-256 {job.fileHash.slice(0, 12)}…
          </Typography>
        )}
      </Td>
      <Td>
        {/* The colours of an active badge are too close to one another to be read. */}
        <Badge {...(job.state === 'done' && soundBadge)}>{say(`state.${job.state}`)}</Badge>
      </Td>
      <Td>
        <Typography style={tabular}>{countOf(job.summary?.rows ?? job.rows.read)}</Typography>
      </Td>
      {hasAmounts && (
        <Td>
          <Typography style={tabular}>
            {job.summary?.amount == null ? '–' : bahtOf(job.summary.amount)}
          </Typography>
        </Td>
      )}
      <Td>
        <Typography>{job.createdBy}</Typography>
      </Td>
      <Td>
        <Flex gap={2}>
          <Button variant="tertiary" onClick={onOpen}>
            {say('open')}
          </Button>
          {canRollBack && <RollBack job={job} onDone={onChange} />}
        </Flex>
      </Td>
    </Tr>
  );
}

/** Asks once more: everyone sees it at once. */
function RollBack({ job, onDone }: { job: ImportJob; onDone(): void }) {
  const say = useWords();
  const { act, isBusy, failure } = useAction(job.id, onDone);
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="danger-light">{say('rollBack')}</Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{say('rollBack.title')}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />}>
          <Typography tag="p" textAlign="center">
            {say('rollBack.text', { file: job.fileName })}
          </Typography>
          {failure && (
            <Typography role="alert" textColor="danger600">
              {failure}
            </Typography>
          )}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {say('rollBack.keep')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button
              fullWidth
              variant="danger-light"
              loading={isBusy}
              onClick={() => void act('rollback')}
            >
              {say('rollBack')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
