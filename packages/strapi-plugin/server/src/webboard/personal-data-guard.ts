import type { PersonalDataFinding } from '@km-laas/contract';
import { ProblemError, type Language } from '../platform/problem';
import type { BoardSettings } from './rules/moderation';
import { decide, findPersonalData, personalDataWords } from './rules/personal-data';

type Field = PersonalDataFinding['field'];

/** What looks like personal data in a draft, and what that means under the officers' settings. */
export function checkPersonalData(
  texts: Partial<Record<Field, string | null | undefined>>,
  { personalData: policies }: BoardSettings,
  language: Language
): { decision: 'pass' | 'warn' | 'block'; findings: PersonalDataFinding[] } {
  const found = (Object.entries(texts) as [Field, string | null | undefined][]).flatMap(
    ([field, text]) => findPersonalData(text ?? '').map((one) => ({ ...one, field }))
  );
  const findings = found.flatMap(({ field, kind, range, text }) => {
    const policy = policies[kind];
    if (policy === 'off') return [];
    return [{ field, kind, range, text, message: personalDataWords[kind][language], policy }];
  });
  return { decision: decide(found, policies), findings };
}

/** @throws {ProblemError} 400 that points out what was found, where it may not be sent like that. */
export function guardPersonalData(
  texts: Partial<Record<Field, string | null>>,
  settings: BoardSettings,
  isSeen: boolean,
  language: Language
): void {
  const { decision, findings } = checkPersonalData(texts, settings, language);
  if (decision === 'pass' || (decision === 'warn' && isSeen)) return;
  const words = {
    warn: {
      th: 'ข้อความมีสิ่งที่อาจเป็นข้อมูลส่วนบุคคล โปรดตรวจสอบก่อนส่ง',
      en: 'There may be personal data in this post. Look at it again before you send it.',
    },
    block: {
      th: 'ข้อความมีข้อมูลส่วนบุคคล โปรดลบออกก่อนส่ง',
      en: 'There is personal data in this post. Take it out before you send it.',
    },
  };
  throw new ProblemError(400, words[decision], { code: 'personalData', decision, findings });
}
