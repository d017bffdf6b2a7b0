import { Search as SearchIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Card.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { dayAsFarAsKnown } from './dayAsFarAsKnown.ts';
import { PeopleFoundDocument, type PeopleFoundQueryVariables } from './generated/people.ts';
import { PersonCards } from './PersonCards.tsx';
import styles from './people.module.css';

const sexes = ['ANY', 'FEMALE', 'MALE', 'ANOTHER_TERM', 'NOT_STATED'] as const;

/** Searches for a person by what the worker knows about them. What was typed is forgotten with the page. */
export function Search() {
  const { t } = useTranslation('people');
  const [given, setGiven] = useState('');
  const [family, setFamily] = useState('');
  const [born, setBorn] = useState('');
  const [sex, setSex] = useState<(typeof sexes)[number]>('ANY');
  const [fault, setFault] = useState<string>();
  const [match, setMatch] = useState<PeopleFoundQueryVariables['match']>();
  const asked = useAsk(PeopleFoundDocument, { ...(match && { variables: { match } }), skip: !match });
  const [looked, setLooked] = useState(0);
  const outcome = useRef<HTMLDivElement>(null);
  // On a phone the result is below what is in view: scroll to it, or the search seems to have found nothing.
  useEffect(() => {
    if (looked > 0 && (fault || asked.data || asked.fault)) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [looked, fault, asked.data, asked.fault]);
  const look = () => {
    setLooked(looked + 1);
    const day = dayAsFarAsKnown(born);
    const names = [given.trim(), family.trim()].filter((name) => name !== '');
    const wrong =
      day === undefined
        ? t('search.faults.day')
        : names.length === 0
          ? t('search.faults.name')
          : names.length === 1 && day?.length !== 10
            ? t('search.faults.oneName')
            : undefined;
    setFault(wrong);
    if (wrong) return;
    setMatch({
      given: given.trim() || null,
      family: family.trim() || null,
      dateOfBirth: day ?? null,
      ...(sex !== 'ANY' && { sex }),
    });
  };
  return (
    <Card title={t('search.title')}>
      <Form
        className={`on-screen ${styles.search}`}
        aria-label={t('search.title')}
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <TextField label={t('search.given')} value={given} onChange={setGiven} autoComplete="off" />
        <TextField label={t('search.family')} value={family} onChange={setFamily} autoComplete="off" />
        <TextField label={t('search.born')} value={born} onChange={setBorn} autoComplete="off" />
        <Select
          label={t('search.sex')}
          choices={sexes.map((id) => ({ id, label: t(`search.sexes.${id}`) }))}
          value={sex}
          onChange={setSex}
        />
        <Button type="submit" kind="main">
          <SearchIcon aria-hidden size={18} />
          {t('search.go')}
        </Button>
      </Form>
      <p className={`on-screen ${styles.hint}`}>{t('search.hint')}</p>
      <div ref={outcome} className={styles.outcome}>
        {fault && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
        {match && (
          <Answer of={asked}>
            {({ findClients }) => (
              <div role="status" className={styles.found}>
                <p>{findClients.length > 0 ? t('search.found', { count: findClients.length }) : t('search.nobody')}</p>
                {findClients.length > 0 && <PersonCards people={findClients} />}
              </div>
            )}
          </Answer>
        )}
      </div>
    </Card>
  );
}
