import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useWords } from './say';

/** For how long a member may be kept from posting, in days. */
const terms = [1, 3, 7, 30, 90] as const;
const day = 24 * 60 * 60 * 1000;

/** The moment so many days from now, as the server takes it. */
export function untilAfter(days: number): string {
  return new Date(Date.now() + days * day).toISOString();
}

/** Asks for how long a member is suspended. */
export function TermField({ days, onChange }: { days: number; onChange(days: number): void }) {
  const say = useWords();
  return (
    <Field.Root>
      <Field.Label>{say('until')}</Field.Label>
      <SingleSelect
        value={String(days)}
        onChange={(value: string | number) => onChange(Number(value))}
      >
        {terms.map((term) => (
          <SingleSelectOption key={term} value={String(term)}>
            {say('until.days', { days: term })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
