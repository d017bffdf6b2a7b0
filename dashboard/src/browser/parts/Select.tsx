import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './Field.module.css';

/** Something to choose; `lang` where it is not in the language of the page. */
export type Choice<Id extends string = string> = Readonly<{ id: Id; label: string; lang?: 'en' }>;

type Props<Id extends string> = Readonly<{
  label: string;
  /** True: the label is for screen readers only, where what stands around says it. */
  hideLabel?: boolean;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
}>;

/** Chooses one of a few. */
export function Select<Id extends string>({
  label,
  hideLabel = false,
  choices,
  value,
  onChange,
  isDisabled,
}: Props<Id>) {
  const { t } = useTranslation('frame');
  const choose = (key: unknown) => {
    const chosen = choices.find(({ id }) => id === key);
    if (chosen) onChange(chosen.id);
  };
  return (
    <AriaSelect
      value={value}
      onChange={choose}
      isDisabled={isDisabled ?? false}
      placeholder={t('choose')}
      className={`on-screen ${styles.field}`}
    >
      <Label className={hideLabel ? 'visually-hidden' : ''}>{label}</Label>
      <Button className={styles.box ?? ''}>
        <SelectValue />
        <ChevronDown aria-hidden size={18} />
      </Button>
      <Popover className={styles.popover ?? ''}>
        <ListBox items={choices} className={styles.list ?? ''}>
          {({ id, label, lang }) => (
            <ListBoxItem id={id} textValue={label} className={styles.item ?? ''}>
              <span lang={lang}>{label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
