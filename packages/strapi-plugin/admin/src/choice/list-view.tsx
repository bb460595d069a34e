import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { translationsIn } from '../translations/load-translations';
import { choiceName, isChoice, type ChoiceAttribute } from './choice-name';
import { namesOfCodes } from './names-of-codes';

interface Column {
  name: string;
  attribute?: unknown;
  cellFormatter?: unknown;
}

interface Filter {
  name: string;
  options?: { label: string; value: string }[];
}

function ChoiceCell({ attribute, code }: { attribute: ChoiceAttribute; code: unknown }) {
  const { formatMessage } = useIntl();
  return (
    <Typography textColor="neutral800" ellipsis>
      {typeof code === 'string' ? formatMessage(choiceName(attribute, code)) : '-'}
    </Typography>
  );
}

/** Columns of choices show names instead of codes. */
export function nameColumnChoices<Data extends { displayedHeaders: Column[] }>(data: Data): Data {
  const displayedHeaders = data.displayedHeaders.map((column) => {
    const { attribute, name } = column;
    if (!isChoice(attribute)) return column;
    return {
      ...column,
      cellFormatter: (row: Record<string, unknown>) => (
        <ChoiceCell attribute={attribute} code={row[name]} />
      ),
    };
  });
  return { ...data, displayedHeaders };
}

/** Filters by a choice offer names instead of codes. */
export function nameFilterChoices<Data extends { displayedFilters: Filter[] }>(data: Data): Data {
  // Strapi asks for ready text here, outside its language context, and keeps the language on the page.
  const translations = translationsIn(document.documentElement.lang);
  const displayedFilters = data.displayedFilters.map((filter) => {
    const names = namesOfCodes(
      translations,
      (filter.options ?? []).map(({ value }) => value)
    );
    if (!names) return filter;
    const options = filter.options?.map((option) => ({
      ...option,
      label: names.get(option.value) ?? option.label,
    }));
    return { ...filter, options };
  });
  return { ...data, displayedFilters };
}
