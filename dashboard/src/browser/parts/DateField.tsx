import { parseDate } from '@internationalized/date';
import {
  DateField as AriaDateField,
  DateInput,
  DateSegment,
  FieldError,
  I18nProvider,
  Label,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Day } from './Day.tsx';
import styles from './Field.module.css';
import { OnPaper } from './OnPaper.tsx';

type Props = Readonly<{
  label: string;
  hint?: string;
  /** A calendar day, `YYYY-MM-DD`; null: none. */
  value: string | null;
  onChange: (day: string | null) => void;
  fault?: string;
}>;

/** A calendar day, typed in the order of the page's language. */
export function DateField({ label, hint, value, onChange, fault }: Props) {
  const { i18n } = useTranslation();
  return (
    // Australian English: the day before the month.
    <I18nProvider locale={i18n.language === 'en' ? 'en-AU' : i18n.language}>
      <AriaDateField
        value={value ? parseDate(value) : null}
        onChange={(day) => onChange(day ? day.toString() : null)}
        isInvalid={fault !== undefined}
        className={`on-screen ${styles.field}`}
      >
        <Label>{label}</Label>
        {hint && (
          <Text slot="description" className={styles.hint ?? ''}>
            {hint}
          </Text>
        )}
        <DateInput className={`${styles.box} ${styles.date}`}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
        <FieldError className={styles.fault ?? ''}>{fault}</FieldError>
      </AriaDateField>
      {value && (
        <OnPaper>
          {label}: <Day of={value} />
        </OnPaper>
      )}
    </I18nProvider>
  );
}
