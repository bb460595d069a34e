import { Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { keyOf } from '../plugin-id';
import type { FeedbackChoice } from './use-feedback';

const services = ['faq', 'manual'] as const;
const answers = { true: 'helpful', false: 'notHelpful' } as const;
/** The select of the design system takes no empty value. */
const all = 'all';

interface FeedbackFiltersProps {
  choice: FeedbackChoice;
  onChange(choice: FeedbackChoice): void;
}

/** Which content and which answers to show. */
export function FeedbackFilters({ choice, onChange }: FeedbackFiltersProps) {
  const { formatMessage } = useIntl();
  const say = (name: string) => formatMessage({ id: keyOf(`feedback.${name}`) });
  const chosen = (value: string | number) => (value === all ? '' : String(value));
  return (
    <Flex gap={4} paddingBottom={4} wrap="wrap" alignItems="flex-end">
      <Field.Root width="240px">
        <Field.Label>{say('service')}</Field.Label>
        <SingleSelect
          value={choice.service || all}
          onChange={(value) =>
            onChange({ ...choice, service: chosen(value) as FeedbackChoice['service'], page: 1 })
          }
        >
          <SingleSelectOption value={all}>{say('service.all')}</SingleSelectOption>
          {services.map((service) => (
            <SingleSelectOption key={service} value={service}>
              {say(`service.${service}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root width="240px">
        <Field.Label>{say('answer')}</Field.Label>
        <SingleSelect
          value={choice.helpful || all}
          onChange={(value) =>
            onChange({ ...choice, helpful: chosen(value) as FeedbackChoice['helpful'], page: 1 })
          }
        >
          <SingleSelectOption value={all}>{say('answer.all')}</SingleSelectOption>
          {Object.entries(answers).map(([value, name]) => (
            <SingleSelectOption key={value} value={value}>
              {say(`answer.${name}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Flex>
  );
}
