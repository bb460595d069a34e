import { formatThaiDate, parseThaiDate } from '@km-laas/thai';
import { Field, TextInput, Typography } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { forwardRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { keyOf } from '../plugin-id';

interface DayInputProps {
  name: string;
  label: string;
  hint?: string;
  labelAction?: React.ReactNode;
  required?: boolean;
  disabled?: boolean;
}

/**
 * A day as officers type it; what was understood stands below in full.
 *
 * What cannot be read is sent as it is, so that it is refused and not lost.
 */
export const DayInput = forwardRef<HTMLInputElement, DayInputProps>(
  ({ name, label, hint, labelAction, required, disabled }, ref) => {
    const { formatMessage, locale } = useIntl();
    const field = useField<string | null>(name);
    const [typed, setTyped] = useState<string | null>(null);
    const language = locale === 'th' ? 'th' : 'en';
    const day = field.value ? parseThaiDate(field.value) : null;
    const kept = day ? formatThaiDate(day, 'long', { locale: language }) : (field.value ?? '');

    function type(text: string) {
      setTyped(text);
      field.onChange(name, text.trim() === '' ? null : (parseThaiDate(text) ?? text));
    }

    return (
      <Field.Root name={name} error={field.error} hint={hint} required={required}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        <TextInput
          ref={ref}
          disabled={disabled}
          autoComplete="off"
          placeholder={formatMessage({ id: keyOf('day.how') })}
          value={typed ?? kept}
          onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => type(target.value)}
          onBlur={() => setTyped(null)}
        />
        {field.value && (
          <Typography variant="pi" textColor={day ? 'neutral600' : 'danger600'} role="status">
            {day
              ? formatThaiDate(day, 'full', { locale: language })
              : formatMessage({ id: keyOf('day.unreadable') })}
          </Typography>
        )}
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);
DayInput.displayName = 'DayInput';
