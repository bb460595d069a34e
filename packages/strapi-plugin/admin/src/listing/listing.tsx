import { Box, Table, Tbody, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { Failure } from '../moderation/failure';
import { Pages } from '../moderation/pages';
import type { Loaded } from '../search/use-loaded';

/** A page of a list, as the server answers it. */
interface ListPage<Row> {
  data: Row[];
  meta: { total: number };
}

interface ListingProps<Row> {
  loaded: Loaded<ListPage<Row>> & { reload(): void };
  /** What the table is, for whoever cannot see it. */
  label: string;
  /** Heads of the columns, in order. */
  heads: readonly string[];
  /** What stands in place of a table without a row. */
  empty: string;
  page: number;
  pageSize: number;
  onPage(page: number): void;
  renderRow(row: Row): ReactNode;
}

/** How words in a cell break, so that a long name widens no table. */
export const breaking = { overflowWrap: 'anywhere', whiteSpace: 'normal' } as const;

/** A list of the server's as a table with pages, in all its states. */
export function Listing<Row>({
  loaded: { status, shown, reload },
  label,
  heads,
  empty,
  page,
  pageSize,
  onPage,
  renderRow,
}: ListingProps<Row>) {
  return (
    <Box aria-busy={status === 'loading'}>
      {status === 'failed' && <Failure onRetry={reload} />}
      {status === 'loading' && !shown && <Page.Loading />}
      {shown && shown.data.length === 0 && (
        <Box background="neutral100" padding={8} hasRadius>
          <Typography textColor="neutral600">{empty}</Typography>
        </Box>
      )}
      {shown && shown.data.length > 0 && (
        <Box overflow="auto">
          <Table aria-label={label} colCount={heads.length} rowCount={shown.data.length + 1}>
            <Thead>
              <Tr>
                {heads.map((head) => (
                  <Th key={head}>
                    <Typography variant="sigma">{head}</Typography>
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>{shown.data.map(renderRow)}</Tbody>
          </Table>
        </Box>
      )}
      {shown && (
        <Box paddingTop={4}>
          <Pages page={page} pageSize={pageSize} total={shown.meta.total} onPage={onPage} />
        </Box>
      )}
    </Box>
  );
}
