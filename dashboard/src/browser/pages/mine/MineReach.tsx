import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import { Covered } from '../../parts/Covered.tsx';
import { Addresses } from '../../parts/CoveredAddress.tsx';
import { dotted } from '../../parts/dotted.ts';
import { Facts } from '../../parts/Facts.tsx';
import { Said } from '../../parts/Said.tsx';
import { sourced } from '../../parts/sourced.ts';
import type { MyFile } from './Mine.tsx';

const ways = ['VOICEMAIL', 'SMS', 'LETTER'] as const;

/**
 * How services reach the client, and how they do not. All of it is covered: a number or mailing address that only services have
 * leads to the client just as their home address does, and the fact that one way is unsafe tells the very person it must be kept
 * safe from.
 */
export function MineReach({ file: { records } }: Readonly<{ file: MyFile }>) {
  const { t } = useTranslation('mine');
  const unsafe = ways.filter((way) => records.some(({ contact }) => contact?.unsafe?.includes(way)));
  return (
    <Card title={t('reach.title')}>
      <Covered word={t('reach.title')}>
        <Facts
          of={[
            {
              word: t('reach.never'),
              is: dotted(unsafe.map((way) => t(`reach.ways.${way}`))) || t('reach.noNever'),
            },
            {
              word: t('reach.safeWhen'),
              is: <Said of={sourced(records, ({ contact }) => contact?.safeWhen)} as={(words) => <q>{words}</q>} />,
            },
            { word: t('reach.phone'), is: <Said of={sourced(records, ({ contact }) => contact?.phone)} /> },
            { word: t('reach.email'), is: <Said of={sourced(records, ({ contact }) => contact?.email)} /> },
            { word: t('reach.address'), is: <Addresses of={records} /> },
          ]}
        />
      </Covered>
      <p>{t('reach.change')}</p>
    </Card>
  );
}
