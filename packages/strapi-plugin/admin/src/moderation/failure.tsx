import { Button, Flex, Typography } from '@strapi/design-system';
import { useWords } from './say';

/** Says that something could not be read and offers another try. */
export function Failure({ onRetry }: { onRetry(): void }) {
  const say = useWords();
  return (
    <Flex gap={4} paddingBottom={4} role="alert">
      <Typography textColor="danger600">{say('failed')}</Typography>
      <Button variant="tertiary" onClick={onRetry}>
        {say('retry')}
      </Button>
    </Flex>
  );
}
