import type { MessageDescriptor } from 'react-intl';
import { keyOf } from '../plugin-id';

const choiceFields: ReadonlySet<unknown> = new Set(['plugin::km.choice', 'plugin::km.province']);

/** An attribute of the plugin's own choice field, or of its province field, as the content manager hands it over. */
export interface ChoiceAttribute {
  customField: string;
  enum: string[];
  required?: boolean;
  options: { vocabulary: string };
}

export function isChoice(attribute: unknown): attribute is ChoiceAttribute {
  return choiceFields.has((attribute as Partial<ChoiceAttribute> | undefined)?.customField);
}

/** What a code is called; the code itself where a translation is missing. */
export function choiceName({ options }: ChoiceAttribute, code: string): MessageDescriptor {
  return { id: keyOf(`choice.${options.vocabulary}.${code}`), defaultMessage: code };
}
