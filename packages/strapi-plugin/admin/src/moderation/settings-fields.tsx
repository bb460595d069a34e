import {
  Box,
  Field,
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Toggle,
  Typography,
} from '@strapi/design-system';
import { personalDataKinds, policies as choices, type BoardSettings } from './api';
import { useWords } from './say';
import { mostOf, usualNumber, type NumberName } from './settings-rules';

interface NumberFieldProps {
  name: NumberName;
  value: number;
  isWrong: boolean;
  isDisabled: boolean;
  onChange(value: number): void;
}

/** A rule that is on or off, and how many it takes where it is on. */
export function NumberField({ name, value, isWrong, isDisabled, onChange }: NumberFieldProps) {
  const say = useWords();
  const isOn = value !== 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root hint={say(`settings.${name}.hint`)}>
        <Field.Label>{say(`settings.${name}`)}</Field.Label>
        <Toggle
          checked={isOn}
          disabled={isDisabled}
          onLabel={say('settings.on')}
          offLabel={say('settings.off')}
          onChange={(event: { target: { checked: boolean } }) =>
            onChange(event.target.checked ? usualNumber[name] : 0)
          }
        />
        <Field.Hint />
      </Field.Root>
      {isOn && (
        <Field.Root
          width="320px"
          error={isWrong && say('settings.number.wrong', { most: mostOf[name] })}
        >
          <Field.Label>{say(`settings.${name}.count`)}</Field.Label>
          <NumberInput
            value={Number.isNaN(value) ? undefined : value}
            disabled={isDisabled}
            // An emptied field is about to be filled; only the switch turns the rule off.
            onValueChange={(next: number | undefined) => onChange(next || NaN)}
          />
          <Field.Error />
        </Field.Root>
      )}
    </Flex>
  );
}

type Policies = BoardSettings['personalData'];

interface PersonalDataFieldsProps {
  policies: Policies;
  isDisabled: boolean;
  onChange(policies: Policies): void;
}

/** What happens to a post in which something looks like personal data, by what it looks like. */
export function PersonalDataFields({ policies, isDisabled, onChange }: PersonalDataFieldsProps) {
  const say = useWords();
  return (
    <Box tag="fieldset" borderWidth={0} padding={0}>
      <Typography tag="legend" variant="delta">
        {say('settings.personalData')}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {say('settings.personalData.hint')}
      </Typography>
      <Flex gap={4} wrap="wrap" paddingTop={3}>
        {personalDataKinds.map((kind) => (
          <Field.Root key={kind} width="320px">
            <Field.Label>{say(`settings.kind.${kind}`)}</Field.Label>
            <SingleSelect
              value={policies[kind]}
              disabled={isDisabled}
              onChange={(chosen: string | number) =>
                onChange({ ...policies, [kind]: chosen as Policies[typeof kind] })
              }
            >
              {choices.map((policy) => (
                <SingleSelectOption key={policy} value={policy}>
                  {say(`settings.policy.${policy}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        ))}
      </Flex>
    </Box>
  );
}
