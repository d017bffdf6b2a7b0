import { useTranslation } from 'react-i18next';
import { Select } from '../../parts/Select.tsx';
import { numbersIn } from './numbers.ts';
import { type Quarter, quarterId } from './quarters.ts';

type Props = Readonly<{
  label: string;
  quarters: readonly Quarter[];
  value: Quarter;
  onChange: (quarter: Quarter) => void;
}>;

/** Chooses a quarter. */
export function QuarterSelect({ label, quarters, value, onChange }: Props) {
  const { i18n } = useTranslation('partnership');
  const { span } = numbersIn(i18n.language);
  const choices = quarters.map((quarter) => ({ id: quarterId(quarter), label: span(quarter) }));
  const choose = (id: string) => {
    const chosen = quarters.find((quarter) => quarterId(quarter) === id);
    if (chosen) onChange(chosen);
  };
  return <Select label={label} choices={choices} value={quarterId(value)} onChange={choose} />;
}
