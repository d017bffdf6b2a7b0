import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { TextField } from '../../parts/TextField.tsx';
import styles from './exercises.module.css';

const most = 20;

type Props = Readonly<{ scenarios: readonly string[]; onChange: (scenarios: readonly string[]) => void }>;

/** The scenarios of an exercise, one field each. */
export function ScenarioFields({ scenarios, onChange }: Props) {
  const { t } = useTranslation('exercises');
  return (
    <fieldset className={styles.stories}>
      <legend>{t('setUp.scenarios')}</legend>
      <p className={styles.small}>{t('setUp.scenarioHint')}</p>
      {scenarios.map((text, place) => (
        // A scenario has no identity except its position.
        <div key={place} className={styles.story}>
          <TextField
            label={t('setUp.scenario', { number: place + 1 })}
            lines={3}
            maxLength={4000}
            value={text}
            onChange={(written) => onChange(scenarios.map((one, at) => (at === place ? written : one)))}
          />
          {scenarios.length > 1 && (
            <Button kind="quiet" onPress={() => onChange(scenarios.filter((_, at) => at !== place))}>
              {t('setUp.remove', { number: place + 1 })}
            </Button>
          )}
        </div>
      ))}
      {scenarios.length < most && (
        <div>
          <Button onPress={() => onChange([...scenarios, ''])}>{t('setUp.add')}</Button>
        </div>
      )}
    </fieldset>
  );
}
