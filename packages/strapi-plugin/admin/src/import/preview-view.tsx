import {
  Accordion,
  Box,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import type { ImportPreview, ImportReading, PreviewTotals, Suspicion } from './api';
import { ChangesView, tabular } from './changes-view';
import { bahtOf, countOf } from './figures';
import { useWords } from './say';

interface PreviewViewProps {
  preview: ImportPreview;
  reading: ImportReading | null;
}

/** What a file would show to everyone, to be looked at before it does. */
export function PreviewView({ preview, reading }: PreviewViewProps) {
  const say = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {reading && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {readingSentence(reading, say)}
        </Typography>
      )}
      {preview.suspicions.length > 0 && <Suspicions suspicions={preview.suspicions} />}
      <Box>
        <Typography variant="delta" tag="h3">
          {say('preview')}
        </Typography>
        <Box paddingTop={3}>
          <ChangesView {...preview} />
        </Box>
      </Box>
      <TotalsView totals={preview.totals} />
    </Flex>
  );
}

/** What a file adds up to, beside what stood there before it, in tables that open one by one. */
export function TotalsView({ totals }: { totals: readonly PreviewTotals[] }) {
  const say = useWords();
  return (
    <Accordion.Root size="S" collapsible>
      {totals.map((table) => (
        <Accordion.Item key={table.by} value={table.by}>
          <Accordion.Header>
            <Accordion.Trigger>
              {say('totals', { by: table.heading, count: countOf(table.lines.length) })}
            </Accordion.Trigger>
          </Accordion.Header>
          <Accordion.Content>
            <TotalsTable totals={table} />
          </Accordion.Content>
        </Accordion.Item>
      ))}
    </Accordion.Root>
  );
}

function readingSentence(reading: ImportReading, say: ReturnType<typeof useWords>): string {
  const { kind, encoding, sheet, otherSheets, ignored, exampleRows } = reading;
  const parts = [
    kind === 'csv'
      ? say('reading.csv', { encoding: encoding ?? '' })
      : say('reading.xlsx', { sheet: sheet ?? '' }),
  ];
  if (otherSheets > 0) parts.push(say('reading.otherSheets', { count: otherSheets }));
  if (ignored.length > 0) parts.push(say('reading.ignored', { names: ignored.join(', ') }));
  if (exampleRows > 0) parts.push(say('reading.examples', { count: exampleRows }));
  return parts.join(' ');
}

function Suspicions({ suspicions }: { suspicions: readonly Suspicion[] }) {
  const say = useWords();
  return (
    <Box role="note" background="warning100" padding={4} hasRadius>
      <Typography variant="delta" tag="h3" textColor="neutral800">
        {say('suspicions')}
      </Typography>
      <Box tag="ul" paddingLeft={5} paddingTop={2} style={{ listStyle: 'disc' }}>
        {suspicions.map(({ sentence, examples = [], count }) => (
          <li key={sentence}>
            <Typography textColor="neutral800">{sentence}</Typography>
            {examples.length > 0 && (
              <Typography tag="p" variant="pi" textColor="neutral700">
                {examples.join(', ')}
                {count !== undefined && count > examples.length
                  ? ` ${say('more', { count: countOf(count - examples.length) })}`
                  : ''}
              </Typography>
            )}
          </li>
        ))}
      </Box>
    </Box>
  );
}

function TotalsTable({ totals: { heading, lines } }: { totals: PreviewTotals }) {
  const say = useWords();
  const hasAmounts = lines.some(({ amount }) => amount !== null);
  const right = { textAlign: 'right', ...tabular } as const;
  const headings = [
    heading,
    say('rows'),
    ...(hasAmounts ? [say('totals.amount'), say('totals.before'), say('totals.difference')] : []),
  ];
  return (
    <Box overflow="auto" maxHeight="480px">
      <Table colCount={headings.length} rowCount={lines.length + 1}>
        <Thead>
          <Tr>
            {headings.map((name) => (
              <Th key={name}>
                <Typography variant="sigma">{name}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {lines.map(({ code, name, rows, amount, before }) => (
            <Tr key={code}>
              <Td>
                <Typography>{name}</Typography>
              </Td>
              <Td>
                <Typography style={right}>{countOf(rows)}</Typography>
              </Td>
              {hasAmounts && (
                <>
                  <Td>
                    <Typography style={right}>{amount === null ? '–' : bahtOf(amount)}</Typography>
                  </Td>
                  <Td>
                    <Typography style={right}>{before === null ? '–' : bahtOf(before)}</Typography>
                  </Td>
                  <Td>
                    <Typography style={right}>
                      {amount === null || before === null ? '–' : bahtOf(amount - before)}
                    </Typography>
                  </Td>
                </>
              )}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}
