import { useTranslation } from 'react-i18next';
import { Card } from '../../../parts/Card.tsx';
import { Day } from '../../../parts/Day.tsx';
import { levels } from '../codes.ts';
import { LevelPath } from '../LevelPath.tsx';
import type { ProposalShown } from './ProposalShown.ts';

/** Where a proposal is, and the latest day on which it moves on. */
export function PathCard({ proposal }: Readonly<{ proposal: ProposalShown }>) {
  const { t } = useTranslation('proposals');
  const { movesUpAt, level } = proposal;
  return (
    <Card title={t('path.title')}>
      <LevelPath proposal={proposal} />
      {movesUpAt && (
        <p>
          {t(level === levels.at(-1) ? 'path.decided' : 'path.movesUp')} <Day of={movesUpAt} /> {t('path.latest')}
        </p>
      )}
    </Card>
  );
}
