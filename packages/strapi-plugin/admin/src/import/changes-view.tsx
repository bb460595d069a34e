import { Box, Flex, Typography } from '@strapi/design-system';
import type { ImportChanges } from './api';
import { bahtOf, countOf } from './figures';
import { useWords } from './say';

interface ChangesViewProps {
  rows: number;
  covers: readonly string[];
  /** Satang; null where there are no amounts. */
  amount: number | null;
  changes: ImportChanges;
}

const kinds = ['added', 'changed', 'same', 'removed'] as const;

/** How much a file brings, and how it differs from what readers see. */
export function ChangesView({ rows, covers, amount, changes }: ChangesViewProps) {
  const say = useWords();
  const figures: [string, string][] = [
    [say('rows'), countOf(rows)],
    ...(amount === null ? [] : [[say('amount'), bahtOf(amount)] as [string, string]]),
    ...kinds.map((kind): [string, string] => [say(`changes.${kind}`), countOf(changes[kind])]),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {covers.length > 0 && (
        <Typography tag="p" fontWeight="bold">
          {covers.slice(0, 12).join(' · ')}
          {covers.length > 12 && say('more', { count: countOf(covers.length - 12) })}
        </Typography>
      )}
      <Flex tag="dl" gap={4} wrap="wrap" alignItems="stretch">
        {figures.map(([name, figure]) => (
          <Box key={name} background="neutral100" padding={4} hasRadius minWidth="140px">
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {name}
            </Typography>
            <Typography tag="dd" variant="delta" style={{ margin: 0, ...tabular }}>
              {figure}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Flex>
  );
}

/** Figures stand below one another digit by digit. */
export const tabular = { fontVariantNumeric: 'tabular-nums' } as const;
