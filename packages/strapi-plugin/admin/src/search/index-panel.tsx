import {
  Badge,
  Box,
  Button,
  Flex,
  Grid,
  Link,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { keyOf } from '../plugin-id';
import { useLoaded } from './use-loaded';
import { soundBadge } from '../listing/sound-badge';

interface FailedFile {
  hash: string;
  name: string;
  kind: string;
  error: string;
  documents: { service: string; id: string }[];
}

interface IndexState {
  data: {
    ready: boolean;
    building: boolean;
    documents: number;
    passages: number;
    bytes: number;
    lagSeconds: number;
    files: { done: number; waiting: number; failed: number; failures: FailedFile[] };
  };
}

const lookEvery = 5000;

/** How the index of the instance that answers stands, and the files nothing could be read of. */
export function IndexPanel() {
  const { formatMessage } = useIntl();
  const say = (name: string, values?: Record<string, string | number>) =>
    formatMessage({ id: keyOf(`search.${name}`) }, values);
  const { status, shown, reload } = useLoaded<IndexState>('/km/search/state', lookEvery);
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = useState(false);

  async function act(address: string, done: string): Promise<void> {
    setBusy(true);
    try {
      await post(address);
      toggleNotification({ type: 'success', message: say(done) });
      reload();
    } catch {
      toggleNotification({ type: 'danger', message: say('failed.act') });
    } finally {
      setBusy(false);
    }
  }

  if (!shown) {
    if (status !== 'failed') return <Page.Loading />;
    return (
      <Flex gap={4} padding={6} role="alert">
        <Typography textColor="danger600">{say('failed')}</Typography>
        <Button variant="tertiary" onClick={reload}>
          {say('retry')}
        </Button>
      </Flex>
    );
  }
  const { ready, building, documents, passages, bytes, lagSeconds, files } = shown.data;
  const standing = building ? 'building' : ready ? 'ready' : 'missing';
  const facts = [
    ['documents', documents.toLocaleString('th')],
    ['passages', passages.toLocaleString('th')],
    ['size', `${(bytes / 1_048_576).toLocaleString('th', { maximumFractionDigits: 1 })} MB`],
    ['lag', say('seconds', { seconds: lagSeconds })],
    ['filesDone', files.done.toLocaleString('th')],
    ['filesWaiting', files.waiting.toLocaleString('th')],
  ] as const;
  return (
    <Box padding={6}>
      <Box>
        <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingBottom={4}>
          <Flex gap={3}>
            <Typography variant="beta" tag="h2">
              {say('index')}
            </Typography>
            <Badge {...(standing === 'ready' && soundBadge)}>{say(`index.${standing}`)}</Badge>
          </Flex>
          <Button
            variant="secondary"
            startIcon={<ArrowClockwise />}
            disabled={isBusy || building}
            onClick={() => void act('/km/search/rebuild', 'rebuild.done')}
          >
            {say('rebuild')}
          </Button>
        </Flex>
        <Grid.Root gap={4}>
          {facts.map(([name, value]) => (
            <Grid.Item key={name} col={4} s={6} xs={12} direction="column" alignItems="flex-start">
              <Typography variant="sigma" textColor="neutral600">
                {say(`fact.${name}`)}
              </Typography>
              <Typography variant="beta">{value}</Typography>
            </Grid.Item>
          ))}
        </Grid.Root>
        <Box paddingTop={4}>
          <Typography variant="pi" textColor="neutral600">
            {say('rebuild.about')}
          </Typography>
        </Box>
      </Box>
      <Box paddingTop={8} paddingBottom={3}>
        <Typography variant="beta" tag="h2">
          {say('files', { count: files.failed })}
        </Typography>
      </Box>
      {files.failures.length === 0 ? (
        <Box background="neutral100" padding={8} hasRadius>
          <Typography textColor="neutral600">{say('files.none')}</Typography>
        </Box>
      ) : (
        <Table colCount={4} rowCount={files.failures.length + 1}>
          <Thead>
            <Tr>
              {['file', 'why', 'usedIn', 'act'].map((column) => (
                <Th key={column}>
                  <Typography variant="sigma">{say(`column.${column}`)}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {files.failures.map((file) => (
              <Tr key={file.hash}>
                <Td maxWidth="280px">
                  <Typography style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
                    {file.name}
                  </Typography>
                </Td>
                <Td maxWidth="420px">
                  <Typography style={{ whiteSpace: 'normal' }}>
                    {say(`error.${file.error}`)}
                  </Typography>
                </Td>
                <Td>
                  <Flex direction="column" alignItems="flex-start" gap={1}>
                    {file.documents.slice(0, 3).map(({ service, id }) => (
                      <Link
                        key={id}
                        tag={NavLink}
                        to={`/content-manager/collection-types/plugin::km.${service}/${id}`}
                      >
                        {say(`service.${service}`)}
                      </Link>
                    ))}
                  </Flex>
                </Td>
                <Td>
                  <Button
                    variant="tertiary"
                    disabled={isBusy}
                    onClick={() =>
                      void act(
                        `/km/search/files/${encodeURIComponent(file.hash)}/again`,
                        'again.done'
                      )
                    }
                  >
                    {say('again')}
                  </Button>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Box>
  );
}
