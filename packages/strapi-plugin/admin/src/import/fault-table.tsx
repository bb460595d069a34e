import {
  Box,
  Button,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import type { ImportJobDetail } from './api';
import { countOf } from './figures';
import { Pages } from './pages';
import { useWords } from './say';
import { useDownload } from './use-download';
import { useFaults } from './use-imports';

const columns = ['row', 'column', 'value', 'sentence'] as const;

/** What is wrong with a file, row by row, as a spreadsheet numbers them. */
export function FaultTable({ job }: { job: ImportJobDetail }) {
  const say = useWords();
  const download = useDownload();
  const [page, setPage] = useState(1);
  const { value: faults, isFailed, reload } = useFaults(job.id, page);
  const { found, kept } = job.faults;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Box>
          <Typography variant="delta" tag="h3">
            {say('faults', { count: countOf(found) })}
          </Typography>
          {kept < found && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {say('faults.kept', { count: countOf(kept) })}
            </Typography>
          )}
        </Box>
        <Button
          variant="tertiary"
          startIcon={<Download />}
          onClick={() => void download(`/km/imports/${job.id}/faults.csv`, 'import-faults.csv')}
        >
          {say('faults.download')}
        </Button>
      </Flex>
      {isFailed && (
        <Flex gap={3} role="alert">
          <Typography textColor="danger600">{say('failed')}</Typography>
          <Button variant="tertiary" onClick={reload}>
            {say('retry')}
          </Button>
        </Flex>
      )}
      {faults && (
        <>
          <Box overflow="auto">
            <Table colCount={columns.length} rowCount={faults.data.length + 1}>
              <Thead>
                <Tr>
                  {columns.map((name) => (
                    <Th key={name}>
                      <Typography variant="sigma">{say(`faults.${name}`)}</Typography>
                    </Th>
                  ))}
                </Tr>
              </Thead>
              <Tbody>
                {faults.data.map((fault, at) => (
                  <Tr key={`${fault.row}-${fault.column}-${at}`}>
                    <Td>
                      <Typography>{countOf(fault.row)}</Typography>
                    </Td>
                    <Td>
                      <Typography>{fault.column ?? say('faults.wholeRow')}</Typography>
                    </Td>
                    <Td maxWidth="240px">
                      <Typography style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                        {fault.value || say('faults.empty')}
                      </Typography>
                    </Td>
                    <Td maxWidth="480px">
                      <Typography style={{ whiteSpace: 'normal' }}>{fault.sentence}</Typography>
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          </Box>
          <Pages {...faults.meta} onPage={setPage} />
        </>
      )}
    </Flex>
  );
}
