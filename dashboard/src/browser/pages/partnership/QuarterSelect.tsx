import { useTranslation } from 'react-i18next';
import { Select } from '../../parts/Select.tsx';
import { numbersIn } from './numbers.ts';
import { type Quarter, quarterId } from './quarters.ts';

type Props = Readonly<{
  label: string;
  quarters: readonly Quarter[];
  value: Quarter;
  onChange: (quarter: Quarter) => void;
  /** A quarter that goes on is said to. */
  today?: string;
}>;

/** Chooses a quarter. */
export function QuarterSelect({ label, quarters, value, onChange, today }: Props) {
  const { t, i18n } = useTranslation('partnership');
  const { span } = numbersIn(i18n.language);
  const choices = quarters.map((quarter) => ({
    id: quarterId(quarter),
    label: today && quarter.to >= today ? t('soFar', { quarter: span(quarter) }) : span(quarter),
  }));
  const choose = (id: string) => {
    const chosen = quarters.find((quarter) => quarterId(quarter) === id);
    if (chosen) onChange(chosen);
  };
  return <Select label={label} choices={choices} value={quarterId(value)} onChange={choose} />;
}
