import { isRole } from '@accord/contract/roles';
import { useTranslation } from 'react-i18next';
import { Table } from '../../../parts/Table.tsx';
import type { ExerciseScenarioResultFragment } from '../generated/exercise.ts';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';
import { usePlaceWord } from './usePlaceWord.ts';

type Props = Readonly<{ exercise: ExerciseInRoom; groups: ExerciseScenarioResultFragment['groups'] }>;

/** Where each group placed a scenario, for groups that are large enough. */
export function GroupsShown({ exercise, groups }: Props) {
  const { t } = useTranslation(['exercises', 'frame']);
  const word = usePlaceWord(exercise.offered);
  const nameOf = (group: string): string =>
    isRole(group)
      ? t(`frame:roles.${group}`)
      : (exercise.agencies.find(({ id }) => id === group)?.name ?? t('frame:unknownAgency'));
  return (
    <section>
      <h4>{t('results.groups')}</h4>
      {groups.length > 0 && (
        <Table
          label={t('results.groups')}
          items={groups}
          idOf={({ group }) => group}
          narrow="FOLDS"
          columns={[
            { id: 'group', title: t('results.groups'), of: ({ group }) => nameOf(group) },
            { id: 'people', title: t('results.people'), isNumber: true, of: ({ answers }) => answers },
            {
              id: 'where',
              title: t('results.where'),
              of: ({ placings }) =>
                placings.map(({ answer, category, count }) => `${word(answer, category)}: ${count}`).join('; '),
            },
          ]}
        />
      )}
      <p className={styles.small}>{t('results.groupsFew')}</p>
    </section>
  );
}
