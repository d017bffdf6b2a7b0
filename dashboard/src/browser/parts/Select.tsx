import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './Field.module.css';
import { OnPaper } from './OnPaper.tsx';

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
  /** What is wrong with it. */
  fault?: string | undefined;
}>;

/** Chooses one of a few. On paper stands what is chosen: a list of some would read as one of all. */
export function Select<Id extends string>({
  label,
  hideLabel = false,
  choices,
  value,
  onChange,
  isDisabled,
  fault,
}: Props<Id>) {
  const { t } = useTranslation('frame');
  const choose = (key: unknown) => {
    const chosen = choices.find(({ id }) => id === key);
    if (chosen) onChange(chosen.id);
  };
  return (
    <>
      <AriaSelect
        value={value}
        onChange={choose}
        isDisabled={isDisabled ?? false}
        isInvalid={fault !== undefined}
        placeholder={t('choose')}
        className={`on-screen ${styles.field}`}
      >
        <Label className={hideLabel ? 'visually-hidden' : ''}>{label}</Label>
        <Button className={styles.box ?? ''}>
          <SelectValue />
          <ChevronDown aria-hidden size={18} />
        </Button>
        <FieldError className={styles.fault ?? ''}>{fault}</FieldError>
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
      <OnPaper>
        {label}: {choices.find(({ id }) => id === value)?.label}
      </OnPaper>
    </>
  );
}
