import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { Select } from '../../parts/Select.tsx';
import { useHubWords } from '../../parts/useHubWords.ts';
import type { RuleSetName } from './Given.ts';

/** The rules by which notes are read, and the alert they look for. */
export type Ruled = Readonly<{ rules: string; category: string }>;

/** The newest rules on file and the first alert they look for; `undefined` if there are none. */
export function firstRuled(ruleSets: readonly RuleSetName[]): Ruled | undefined {
  const [newest] = ruleSets;
  const category = newest?.alerts[0];
  return newest && category !== undefined ? { rules: newest.id, category } : undefined;
}

type Props = Readonly<{ ruleSets: readonly RuleSetName[]; value: Ruled; onChange: (ruled: Ruled) => void }>;

/** Chooses the alert and the version of the rules. */
export function RulesControls({ ruleSets, value, onChange }: Props) {
  const { t } = useTranslation('partnership');
  const { alertWord } = useKnown();
  const said = useHubWords();
  const alerts = ruleSets.find(({ id }) => id === value.rules)?.alerts ?? [];
  const chooseRules = (rules: string) => {
    const reads = ruleSets.find(({ id }) => id === rules)?.alerts ?? [];
    onChange({ rules, category: reads.includes(value.category) ? value.category : (reads[0] ?? value.category) });
  };
  return (
    <>
      <Select
        label={t('audit.category')}
        choices={alerts.map((code) => ({ id: code, ...said(alertWord(code)) }))}
        value={value.category}
        onChange={(category) => onChange({ ...value, category })}
      />
      <Select
        label={t('audit.rules')}
        choices={ruleSets.map(({ id, name, version }) => ({ id, label: t('audit.ruleSet', { name, version }) }))}
        value={value.rules}
        onChange={chooseRules}
      />
    </>
  );
}
