import { Button, Flex, Typography } from '@strapi/design-system';
import { useWords } from './say';

interface PagesProps {
  page: number;
  pageSize: number;
  total: number;
  onPage(page: number): void;
}

/** Turns the pages of a list; nothing where there is only one. */
export function Pages({ page, pageSize, total, onPage }: PagesProps) {
  const say = useWords();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  // The last post of the last page may have been dealt with.
  if (pages === 1 && page === 1) return null;
  return (
    <Flex gap={3} justifyContent="flex-end">
      <Button variant="tertiary" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {say('previous')}
      </Button>
      <Typography>{say('page', { page, pages })}</Typography>
      <Button variant="tertiary" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {say('next')}
      </Button>
    </Flex>
  );
}
