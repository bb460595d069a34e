import { Badge, Box, Button, Checkbox, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { Page, useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import type { DataSetInfo, ImportJobDetail } from './api';
import { ChangesView } from './changes-view';
import { FaultTable } from './fault-table';
import { countOf, sizeOf } from './figures';
import { PreviewView, TotalsView } from './preview-view';
import { useWords } from './say';
import { isMoving, useJob } from './use-imports';

interface JobPanelProps {
  id: string;
  dataSet: DataSetInfo;
  canRun: boolean;
  /** The job came to another state. */
  onChange(): void;
  /** The officer is done with it. */
  onClose(): void;
}

/** One import from its upload to its end, with what may be done in each state. */
export function JobPanel({ id, dataSet, canRun, onChange, onClose }: JobPanelProps) {
  const say = useWords();
  const { value: job, isFailed, reload } = useJob(id);
  const state = job?.state;
  const lastState = useRef(state);
  useEffect(() => {
    if (lastState.current !== undefined && lastState.current !== state) onChange();
    lastState.current = state;
  }, [state, onChange]);

  if (!job) {
    return isFailed ? (
      <Flex gap={4} role="alert">
        <Typography textColor="danger600">{say('failed')}</Typography>
        <Button variant="tertiary" onClick={reload}>
          {say('retry')}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {say('close')}
        </Button>
      </Flex>
    ) : (
      <Page.Loading />
    );
  }
  const isOver = !isMoving(job.state) && job.state !== 'checked';
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <JobHeading job={job} />
      {isMoving(job.state) && <JobProgress job={job} />}
      {job.failure && (
        <Box role="alert" background="danger100" padding={4} hasRadius>
          <Typography textColor="danger700">{job.failure}</Typography>
        </Box>
      )}
      {/* What has to be mended comes before what would be shown. */}
      {job.faults.found > 0 && !isMoving(job.state) && <FaultTable job={job} />}
      {job.state === 'checked' && job.preview && (
        <PreviewView preview={job.preview} reading={job.reading} />
      )}
      {job.state === 'checked' && canRun && (
        <Decision job={job} dataSet={dataSet} onDecided={reload} />
      )}
      {job.summary && (job.state === 'done' || job.state === 'rolledBack') && (
        <>
          <ChangesView {...job.summary} />
          {/* What it replaced can still be told, account by account and province by province. */}
          {job.preview && <TotalsView totals={job.preview.totals} />}
        </>
      )}
      {isMoving(job.state) && canRun && job.canCancel && <CancelButton job={job} onDone={reload} />}
      {isOver && (
        <Box>
          <Button variant="secondary" onClick={onClose}>
            {say('another')}
          </Button>
        </Box>
      )}
    </Flex>
  );
}

function JobHeading({ job }: { job: ImportJobDetail }) {
  const say = useWords();
  return (
    <Box>
      <Flex gap={3} alignItems="center" wrap="wrap">
        <Typography variant="beta" tag="h2" style={{ overflowWrap: 'anywhere' }}>
          {job.fileName}
        </Typography>
        <Badge>{say(`state.${job.state}`)}</Badge>
        {job.options.sample && <Badge>{say('sample.badge')}</Badge>}
      </Flex>
      <Typography tag="p" textColor="neutral600">
        {say('job.about', {
          size: sizeOf(job.fileBytes),
          rows: countOf(job.rows.read),
          bad: countOf(job.rows.bad),
          by: job.createdBy,
        })}
      </Typography>
    </Box>
  );
}

function JobProgress({ job: { progress } }: { job: ImportJobDetail }) {
  const say = useWords();
  const percent =
    progress && progress.total > 0
      ? Math.min(100, Math.round((progress.done / progress.total) * 100))
      : null;
  const text =
    percent === null
      ? say(`stage.${progress?.stage ?? 'reading'}`)
      : say('stage.percent', { stage: say(`stage.${progress?.stage ?? 'reading'}`), percent });
  return (
    <Flex gap={3} alignItems="center" wrap="wrap">
      <Box width="320px" maxWidth="100%">
        <ProgressBar value={percent ?? 0} aria-label={text} />
      </Box>
      <Typography aria-live="polite">{text}</Typography>
    </Flex>
  );
}

interface DecisionProps {
  job: ImportJobDetail;
  dataSet: DataSetInfo;
  onDecided(): void;
}

/** What a checked file waits for: to be shown, read again with the other unit, or thrown away. */
function Decision({ job, dataSet, onDecided }: DecisionProps) {
  const say = useWords();
  const { act, isBusy, failure } = useAction(job.id, onDecided);
  const [leaveOut, setLeaveOut] = useState(false);
  const { verdict } = job;
  const needsLeaveOut = verdict?.needsLeaveOut ?? false;
  const mayCommit = verdict !== null && verdict.canCommit && (!needsLeaveOut || leaveOut);
  const otherUnit = job.options.unit === 'baht' ? 'thousandBaht' : 'baht';

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {verdict?.reason && (
        <Box background="warning100" padding={4} hasRadius>
          <Typography textColor="neutral800">{verdict.reason}</Typography>
        </Box>
      )}
      {needsLeaveOut && verdict?.canCommit && (
        <Checkbox
          checked={leaveOut}
          onCheckedChange={(checked: boolean | 'indeterminate') => setLeaveOut(checked === true)}
        >
          {say('leaveOut', { bad: countOf(job.rows.bad) })}
        </Checkbox>
      )}
      {failure && (
        <Typography role="alert" textColor="danger600">
          {failure}
        </Typography>
      )}
      <Flex gap={3} wrap="wrap">
        <Button
          disabled={!mayCommit || isBusy}
          loading={isBusy}
          onClick={() => void act('commit', { leaveOutBadRows: leaveOut })}
        >
          {say('commit')}
        </Button>
        {dataSet.hasUnit && (
          <Button
            variant="secondary"
            disabled={isBusy}
            onClick={() => void act('recheck', { unit: otherUnit, scope: job.options.scope })}
          >
            {say(`recheck.${otherUnit}`)}
          </Button>
        )}
        <Button variant="danger-light" disabled={isBusy} onClick={() => void act('cancel')}>
          {say('discard')}
        </Button>
      </Flex>
    </Flex>
  );
}

function CancelButton({ job, onDone }: { job: ImportJobDetail; onDone(): void }) {
  const say = useWords();
  const { act, isBusy, failure } = useAction(job.id, onDone);
  return (
    <Flex gap={3} alignItems="center" wrap="wrap">
      <Button variant="danger-light" loading={isBusy} onClick={() => void act('cancel')}>
        {say('cancel')}
      </Button>
      {failure && (
        <Typography role="alert" textColor="danger600">
          {failure}
        </Typography>
      )}
    </Flex>
  );
}

/** Asks the server to do something with a job; a refusal is a sentence to show. */
export function useAction(id: string, onDone: () => void) {
  const { post } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  async function act(name: 'commit' | 'recheck' | 'cancel' | 'rollback', body: object = {}) {
    setBusy(true);
    setFailure(null);
    try {
      await post(`/km/imports/${id}/${name}`, body);
      onDone();
      return true;
    } catch (error) {
      setFailure(formatAPIError(error as Parameters<typeof formatAPIError>[0]));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { act, isBusy, failure };
}
