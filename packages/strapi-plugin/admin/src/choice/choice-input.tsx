import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { forwardRef } from 'react';
import { useIntl } from 'react-intl';
import { choiceName, type ChoiceAttribute } from './choice-name';

interface ChoiceInputProps {
  attribute: ChoiceAttribute;
  name: string;
  label: string;
  hint?: string;
  labelAction?: React.ReactNode;
  required?: boolean;
  disabled?: boolean;
}

/** One of a list of codes, by the name people know it by. */
export const ChoiceInput = forwardRef<HTMLDivElement, ChoiceInputProps>(
  ({ attribute, name, label, hint, labelAction, required, disabled }, ref) => {
    const { formatMessage } = useIntl();
    const field = useField<string | null>(name);
    return (
      <Field.Root name={name} error={field.error} hint={hint} required={required}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        <SingleSelect
          ref={ref}
          disabled={disabled}
          value={field.value ?? undefined}
          onChange={(code) => field.onChange(name, code === '' ? null : String(code))}
          onClear={required ? undefined : () => field.onChange(name, null)}
        >
          {attribute.enum.map((code) => (
            <SingleSelectOption key={code} value={code}>
              {formatMessage(choiceName(attribute, code))}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);
ChoiceInput.displayName = 'ChoiceInput';
