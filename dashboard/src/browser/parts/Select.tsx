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

/** A choice; `lang` if its label is not in the page's language. */
export type Choice<Id extends string = string> = Readonly<{ id: Id; label: string; lang?: 'en' }>;

type Props<Id extends string> = Readonly<{
  label: string;
  /** True: the label is for screen readers only, because the surroundings make it clear. */
  hideLabel?: boolean;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
  /** The error to show on it. */
  fault?: string | undefined;
}>;

/** One choice from a list. On paper it prints what is chosen: a filtered list would otherwise read as the whole one. */
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
  const chosen = choices.find(({ id }) => id === value);
  const choose = (key: unknown) => {
    const next = choices.find(({ id }) => id === key);
    if (next) onChange(next.id);
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
      {chosen && (
        <OnPaper>
          {label}: {chosen.label}
        </OnPaper>
      )}
    </>
  );
}
