import { useTranslation } from 'react-i18next';
import { Card } from '../../../parts/Card.tsx';
import { Table } from '../../../parts/Table.tsx';
import { levels } from '../codes.ts';
import type { DecisionLevel } from '../generated/proposal.ts';
import type { ProposalShown } from './ProposalShown.ts';
import { VoiceSaid } from './VoiceSaid.tsx';

/** Each agency's voice at each level: agencies down, levels across. */
export function VoicesCard({ proposal }: Readonly<{ proposal: ProposalShown }>) {
  const { t } = useTranslation('proposals');
  const { agencies, levels: reached, level: here, status } = proposal;
  const said = (agency: string, level: DecisionLevel) => {
    const at = reached.find((one) => one.level === level);
    if (!at) return t(status === 'OPEN' ? 'voices.toCome' : 'voices.never');
    const voice = at.heard.find((one) => one.agency?.id === agency);
    return voice ? (
      <VoiceSaid voice={voice} isHere={level === here} />
    ) : (
      t(level === here ? 'voices.notYet' : 'voices.silent')
    );
  };
  return (
    <Card title={t('voices.title')}>
      <Table
        label={t('voices.title')}
        items={agencies}
        idOf={({ id }) => id}
        narrow="FOLDS"
        columns={[
          { id: 'agency', title: t('voices.agency'), of: ({ name }) => name },
          ...levels.map((level) => ({
            id: level,
            title: t(`level.${level}`),
            of: ({ id }: Readonly<{ id: string }>) => said(id, level),
          })),
        ]}
      />
    </Card>
  );
}
