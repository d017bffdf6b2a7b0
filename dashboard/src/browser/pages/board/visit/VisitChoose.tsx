import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../../frame/Page.tsx';
import { useAsk } from '../../../graph/useAsk.ts';
import { useEveryPage } from '../../../graph/useEveryPage.ts';
import { Answer } from '../../../parts/Answer.tsx';
import { Button } from '../../../parts/Button.tsx';
import { nameOf } from '../../../parts/nameOf.ts';
import { PersonName } from '../../../parts/PersonName.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { fitsName } from './fitsName.ts';
import { VisitPeopleDocument, type VisitPeopleQuery } from './generated/visit.ts';
import styles from './Visit.module.css';

const variables = { first: 100 };

/** Chooses the person to be visited. */
export default function VisitChoose() {
  const { t } = useTranslation('board');
  const asked = useAsk(VisitPeopleDocument, { variables });
  const rest = useEveryPage(asked, continued);
  const [sought, setSought] = useState('');
  return (
    <Page title={t('go.title')} lead={t('go.lead')}>
      <div className={styles.narrow}>
        <TextField label={t('go.find')} value={sought} onChange={setSought} autoComplete="off" type="search" />
        <Answer of={asked}>
          {({ caseload }) => {
            const people = caseload.nodes.filter(({ name }) => fitsName(nameOf(name) ?? '', sought));
            return people.length === 0 ? (
              <p role="status">{t('go.none')}</p>
            ) : (
              <ul className={styles.people} aria-label={t('go.people')}>
                {people.map(({ id, name }) => (
                  <li key={id}>
                    <Link to={`/board/visit/${id}`}>
                      <PersonName of={name} />
                    </Link>
                  </li>
                ))}
              </ul>
            );
          }}
        </Answer>
        {rest.stuck && <Button onPress={rest.goOn}>{t('rest')}</Button>}
      </div>
    </Page>
  );
}

const continued = {
  standing: ({ caseload }: VisitPeopleQuery) => caseload.pageInfo,
  merge: ({ caseload: before }: VisitPeopleQuery, { caseload: next }: VisitPeopleQuery) => ({
    caseload: { ...next, nodes: [...before.nodes, ...next.nodes] },
  }),
};
