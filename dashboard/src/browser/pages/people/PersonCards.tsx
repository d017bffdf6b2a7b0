import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKnown } from '../../frame/Known.tsx';
import { isolated } from '../../languages/isolated.ts';
import { Day } from '../../parts/Day.tsx';
import { dotted } from '../../parts/dotted.ts';
import { PersonName } from '../../parts/PersonName.tsx';
import { Withheld } from '../../parts/Withheld.tsx';
import type { PeoplePersonFragment } from './generated/people.ts';
import styles from './people.module.css';

/** People, each with enough to be told apart: name, date of birth, and who else works with them. */
export const PersonCards = ({ people }: Readonly<{ people: readonly PeoplePersonFragment[] }>) => (
  <ul className={styles.people}>
    {people.map((person) => (
      <li key={person.id}>
        <PersonCard person={person} />
      </li>
    ))}
  </ul>
);

function PersonCard({ person }: Readonly<{ person: PeoplePersonFragment }>) {
  const { t } = useTranslation('people');
  const others = useOthers(person);
  return (
    <Link to={`/people/${person.id}`} className={styles.person}>
      <span className={styles.name}>
        <strong>
          <PersonName of={person.name} />
        </strong>
        <ChevronRight aria-hidden size={18} />
      </span>
      <span>
        {t('person.born')} {person.dateOfBirth ? <Day of={person.dateOfBirth} /> : <Withheld />}
      </span>
      {others.length > 0 && (
        <span className={styles.others}>
          {t('person.others')}: {dotted(others)}
        </span>
      )}
    </Link>
  );
}

/** The other agencies, and their workers, that now work with the person, as far as that is disclosed. */
function useOthers({ involvement }: PeoplePersonFragment): readonly string[] {
  const { t } = useTranslation('frame');
  const { me } = useKnown();
  const others = (involvement ?? []).filter(
    ({ until, record }) => until === null && (record.agency === null || record.agency.id !== me?.agency.id),
  );
  return [
    ...new Set(
      others.map(({ record, worker }) =>
        [record.agency?.name ?? t('unknownAgency'), worker?.name ?? []].flat().map(isolated).join(', '),
      ),
    ),
  ];
}
