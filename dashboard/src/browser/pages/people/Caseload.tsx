import { useTranslation } from 'react-i18next';
import { useKept } from '../../frame/Places.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Card } from '../../parts/Card.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { Select } from '../../parts/Select.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { PeopleCaseloadDocument } from './generated/people.ts';
import { PersonCards } from './PersonCards.tsx';
import styles from './people.module.css';

const scopes = ['MINE', 'AGENCY'] as const;

/** The worker's own clients, or all of their agency's, a page at a time. */
export function Caseload() {
  const { t } = useTranslation('people');
  const [of, setOf] = useKept<(typeof scopes)[number]>('of', 'MINE');
  const asked = useAsk(PeopleCaseloadDocument, { variables: { of } });
  return (
    <Card
      title={t('caseload.title')}
      actions={
        <Select
          label={t('caseload.of')}
          hideLabel
          choices={scopes.map((id) => ({ id, label: t(`caseload.${id}`) }))}
          value={of}
          onChange={setOf}
        />
      }
    >
      <Answer of={asked}>
        {({ caseload: { nodes, pageInfo } }) => (
          <>
            {nodes.length > 0 ? <PersonCards people={nodes} /> : <p>{t(`caseload.none.${of}`)}</p>}
            <div className={styles.below}>
              <ShowMore
                list={{ name: `caseload ${of}`, shown: nodes.length }}
                of={asked}
                page={pageInfo}
                merge={(before, next) => ({
                  caseload: { ...next.caseload, nodes: [...before.caseload.nodes, ...next.caseload.nodes] },
                })}
              />
              <CopyQuery document={PeopleCaseloadDocument} variables={{ of }} />
            </div>
          </>
        )}
      </Answer>
    </Card>
  );
}
