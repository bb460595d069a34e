import {
  Checkbox,
  Field,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useWords } from '../moderation/say';
import { keyOf } from '../plugin-id';
import { memberGrades, type MemberGrade } from './api';
import { useMemberWords } from './say';

/** What a member is to become. */
export interface Role {
  grade: MemberGrade;
  isModerator: boolean;
  provinceCode: string;
  authorityCode: string;
}

export type RoleFaults = Partial<Record<'provinceCode' | 'authorityCode', string>>;

interface RoleFieldsProps {
  role: Role;
  faults: RoleFaults;
  onChange(change: Partial<Role>): void;
}

/** The 77 provinces of Thailand have the codes of the interior ministry, 10 to 96. */
function useProvinces(): [code: string, name: string][] {
  const { messages, locale } = useIntl();
  const start = keyOf('choice.province.');
  return Object.entries(messages)
    .filter(([key]) => key.startsWith(start))
    .map(([key, name]): [string, string] => [key.slice(start.length), String(name)])
    .sort(([, one], [, other]) => one.localeCompare(other, locale));
}

/** What somebody is appointed to: a grade, where, and whether they keep order on the webboard. */
export function RoleFields({ role, faults, onChange }: RoleFieldsProps) {
  const say = useMemberWords();
  const sayShared = useWords();
  const provinces = useProvinces();
  return (
    <>
      <Field.Root>
        <Field.Label>{say('grade')}</Field.Label>
        <SingleSelect
          value={role.grade}
          onChange={(grade: string | number) => onChange({ grade: grade as MemberGrade })}
        >
          {memberGrades.map((grade) => (
            <SingleSelectOption key={grade} value={grade}>
              {say(`grade.${grade}`, { short: sayShared(`grade.${grade}`) })}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {role.grade === 'province' && (
        <Field.Root required error={faults.provinceCode}>
          <Field.Label>{say('province')}</Field.Label>
          <SingleSelect
            value={role.provinceCode || undefined}
            placeholder={say('province.choose')}
            onChange={(code: string | number) => onChange({ provinceCode: String(code) })}
          >
            {provinces.map(([code, name]) => (
              <SingleSelectOption key={code} value={code}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Error />
        </Field.Root>
      )}
      {role.grade === 'peer' && (
        <Field.Root error={faults.authorityCode} hint={say('authorityCode.hint')}>
          <Field.Label>{say('authorityCode')}</Field.Label>
          <TextInput
            value={role.authorityCode}
            maxLength={8}
            inputMode="numeric"
            onChange={(event: { target: { value: string } }) =>
              onChange({ authorityCode: event.target.value })
            }
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      )}
      <Checkbox
        checked={role.isModerator}
        onCheckedChange={(isChecked: boolean | 'indeterminate') =>
          onChange({ isModerator: isChecked === true })
        }
      >
        {say('isModerator')}
      </Checkbox>
    </>
  );
}
