import { Box, Button, Flex, Tabs, Typography } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DataSetInfo, DataSetName } from './api';
import { HistoryTable } from './history-table';
import { JobPanel } from './job-panel';
import { readImports, rollBackImports, runImports } from './permission';
import { useWords } from './say';
import { UploadPanel } from './upload-panel';
import { useDataSets, useHistory } from './use-imports';

/** Where officers hand in files of figures, look at what they say, and show them to everyone. */
export function ImportPage() {
  return (
    <Page.Protect permissions={[readImports]}>
      <ImportCentre />
    </Page.Protect>
  );
}

function ImportCentre() {
  const say = useWords();
  const { value: dataSets, isFailed, reload } = useDataSets();
  const [chosen, setChosen] = useState<DataSetName>('fiscal');

  return (
    <Page.Main aria-busy={!dataSets && !isFailed}>
      <Page.Title>{say('title')}</Page.Title>
      <Layouts.Header title={say('title')} subtitle={say('subtitle')} />
      <Layouts.Content>
        {isFailed && (
          <Flex gap={4} paddingBottom={4} role="alert">
            <Typography textColor="danger600">{say('failed')}</Typography>
            <Button variant="tertiary" onClick={reload}>
              {say('retry')}
            </Button>
          </Flex>
        )}
        {!dataSets && !isFailed && <Page.Loading />}
        {dataSets && (
          <Tabs.Root
            variant="simple"
            value={chosen}
            onValueChange={(name: string) => setChosen(name as DataSetName)}
          >
            <Tabs.List aria-label={say('dataSet')}>
              {dataSets.map(({ name }) => (
                <Tabs.Trigger key={name} value={name}>
                  {say(`dataSet.${name}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            {dataSets.map((dataSet) => (
              <Tabs.Content key={dataSet.name} value={dataSet.name}>
                <DataSetPanel dataSet={dataSet} onChange={reload} />
              </Tabs.Content>
            ))}
          </Tabs.Root>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** One kind of data: the job that goes on or a place to begin one, and what was done before. */
function DataSetPanel({ dataSet, onChange }: { dataSet: DataSetInfo; onChange(): void }) {
  const say = useWords();
  const { allowedActions } = useRBAC([runImports, rollBackImports]) as unknown as {
    allowedActions: { canRun: boolean; canRollback: boolean };
  };
  const [page, setPage] = useState(1);
  const history = useHistory(dataSet.name, page);
  // A job that is over stays in view until its officer has read what came of it.
  const [shown, setShown] = useState<string | null>(null);
  const job = shown ?? dataSet.activeJob;

  const refresh = () => {
    history.reload();
    onChange();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={6} paddingTop={6}>
      <Box background="neutral0" padding={{ initial: 4, medium: 6 }} hasRadius shadow="tableShadow">
        {job ? (
          <JobPanel
            key={job}
            id={job}
            dataSet={dataSet}
            canRun={allowedActions.canRun}
            onChange={refresh}
            onClose={() => {
              setShown(null);
              refresh();
            }}
          />
        ) : allowedActions.canRun ? (
          <UploadPanel
            dataSet={dataSet}
            onBegun={(id) => {
              setShown(id);
              refresh();
            }}
          />
        ) : (
          <Typography textColor="neutral600">{say('mayNotRun')}</Typography>
        )}
      </Box>
      <HistoryTable
        history={history}
        hasAmounts={dataSet.name !== 'authority'}
        canRollBack={allowedActions.canRollback}
        onPage={setPage}
        onOpen={setShown}
        onChange={refresh}
      />
    </Flex>
  );
}
