import type { Profile } from '@accord/consent/Profile';
import type { ProposalInput } from '@accord/contract/generated/api';
import type { Change } from '@accord/quality/proposals/Change';
import { languageKey, type WordsOfDay } from '@accord/quality/proposals/vocabularyOn';
import { CallerFault } from '../../CallerFault.ts';
import { said } from '../../subgraph/checkedInput.ts';

type Part = 'code' | 'label' | 'category' | 'retire' | 'notice';
const partNames = ['code', 'label', 'category', 'retire', 'notice'] as const satisfies readonly Part[];

/**
 * Returns what a proposal would change in the partnership's words; null for kinds that change none. Throws `ARGUMENT_REFUSED` if
 * a part is missing, belongs to another kind, names something unknown, or exists already.
 */
export function proposedChange(input: ProposalInput, words: WordsOfDay, profile: Profile): Change | null {
  switch (input.kind) {
    case 'LABEL': {
      const { code, label } = only(input, ['code', 'label']);
      if (!words.alerts.has(code) && !words.needs.has(code)) throw refused(`"${code}" is not in the vocabulary.`);
      return { kind: 'LABEL', code, label };
    }
    case 'ALERT_CATEGORY': {
      if (input.retire) {
        const { code } = only(input, ['code', 'retire']);
        if (words.alerts.get(code)?.retired !== false) throw refused(`"${code}" is not an alert category in use.`);
        return { kind: 'RETIRE', code };
      }
      const { code, label, category } = only(input, [
        'code',
        'label',
        'category',
        ...(input.retire === false ? ['retire' as const] : []),
      ]);
      return newCategory({ code, label, category }, words, profile);
    }
    case 'CONSENT_NOTICE': {
      only(input, ['notice']);
      const { language, version, text } = input.notice ?? { language: '', version: '', text: '' };
      const notice = {
        language: within('language', language, 60),
        version: within('version', version, 60),
        text: within('text', text, 20_000),
      };
      if (words.notices.get(languageKey(notice.language))?.some((one) => one.version === notice.version))
        throw refused(
          `Version "${notice.version}" is taken, and the text clients agreed to must not change. Use another version.`,
        );
      return { kind: 'CONSENT_NOTICE', ...notice };
    }
    case 'PRACTICE':
    case 'SCHEMA_CHANGE':
    case 'BARRIER':
      only(input, []);
      return null;
    default:
      return input.kind satisfies never;
  }
}

function newCategory(
  { code, label, category }: Readonly<{ code: string; label: string; category: string }>,
  words: WordsOfDay,
  profile: Profile,
): Change {
  if (!/^[A-Z][A-Z0-9_]{2,59}$/.test(code))
    throw refused(`"code" is "${code}"; it must be 3 to 60 capital letters, digits and "_", such as PET_AT_HOME.`);
  const before = words.alerts.get(code);
  if (before && !before.retired) throw refused(`"${code}" is already in use. For a new wording, use LABEL.`);
  if (before && before.category !== category)
    throw refused(
      `"${code}" was released under ${before.category}, and agencies still release by that. Use another code.`,
    );
  if (!profile.categories.has(category)) throw refused(`"${category}" is not in the vocabulary (category).`);
  return { kind: 'ALERT_CATEGORY', code, label, category };
}

/** Returns the parts that a proposal of this kind takes. Throws if one is missing or another is given. */
function only(input: ProposalInput, wanted: readonly Part[]): Readonly<Record<'code' | 'label' | 'category', string>> {
  for (const part of partNames) {
    const given = input[part] !== null && input[part] !== undefined;
    if (given && !wanted.includes(part))
      throw refused(`A proposal of kind ${input.kind} does not take "${part}" here.`);
    if (!given && wanted.includes(part)) throw refused(`A proposal of kind ${input.kind} needs "${part}".`);
  }
  return {
    code: wanted.includes('code') ? within('code', input.code ?? '', 60) : '',
    label: wanted.includes('label') ? within('label', input.label ?? '', 200) : '',
    category: wanted.includes('category') ? within('category', input.category ?? '', 60) : '',
  };
}

/** Returns the text, trimmed. Throws `ARGUMENT_REFUSED` if it is empty or too long. */
export function within(name: string, text: string, most: number): string {
  const trimmed = said(name, text);
  if (trimmed.length > most) throw refused(`"${name}" has ${trimmed.length} characters; the limit is ${most}.`);
  return trimmed;
}

const refused = (sentence: string): CallerFault => new CallerFault('ARGUMENT_REFUSED', sentence);
