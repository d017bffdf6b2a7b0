import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useKnown } from '../../frame/Known.tsx';
import { Page } from '../../frame/Page.tsx';
import { useKept } from '../../frame/Places.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Card.tsx';
import { CheckOne } from '../../parts/Checks.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { ExerciseCards } from './ExerciseCards.tsx';
import styles from './exercises.module.css';
import { ExercisesListDocument } from './generated/exercises.ts';
import { SetUpDialog } from './SetUpDialog.tsx';

/** The exercises to which the person's agency is invited; those who may lead one can set one up. */
export default function Exercises() {
  const { t } = useTranslation('exercises');
  const { mayDo } = useKnown();
  const go = useNavigate();
  const [past, setPast] = useKept('past', false);
  const [settingUp, setSettingUp] = useState(false);
  const variables = { openOnly: !past };
  const asked = useAsk(ExercisesListDocument, { variables });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayDo.includes('createExercise') && (
          <Button kind="main" onPress={() => setSettingUp(true)}>
            {t('setUp.open')}
          </Button>
        )
      }
    >
      <Card title={t('list.title')} actions={<CheckOne label={t('list.past')} value={past} onChange={setPast} />}>
        <Answer of={asked}>
          {({ exercises: { nodes, pageInfo } }) => (
            <>
              {nodes.length > 0 ? (
                <ExerciseCards exercises={nodes} />
              ) : (
                <p>{t(past ? 'list.noneAtAll' : 'list.none')}</p>
              )}
              <div className={styles.row}>
                <ShowMore
                  list={{ name: `exercises ${past}`, shown: nodes.length }}
                  of={asked}
                  page={pageInfo}
                  merge={(before, next) => ({
                    exercises: { ...next.exercises, nodes: [...before.exercises.nodes, ...next.exercises.nodes] },
                  })}
                />
                <CopyQuery document={ExercisesListDocument} variables={variables} />
              </div>
            </>
          )}
        </Answer>
      </Card>
      {settingUp && <SetUpDialog onClose={() => setSettingUp(false)} onSetUp={(id) => go(`/exercises/${id}`)} />}
    </Page>
  );
}
