import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import { Covered } from '../../parts/Covered.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { Said } from '../../parts/Said.tsx';
import { sourced } from '../../parts/sourced.ts';
import { Withheld } from '../../parts/Withheld.tsx';
import type { MyFile } from './Mine.tsx';

const ways = ['VOICEMAIL', 'SMS', 'LETTER'] as const;

/** How services reach the person, and how they do not. */
export function MineReach({ file: { records } }: Readonly<{ file: MyFile }>) {
  const { t } = useTranslation('mine');
  const unsafe = ways.filter((way) => records.some(({ contact }) => contact?.unsafe?.includes(way)));
  const address = sourced(records, ({ address }) =>
    [address?.line, address?.suburb, address?.state, address?.postcode].filter((part) => part).join(', '),
  );
  return (
    <Card title={t('reach.title')}>
      <Facts
        of={[
          { word: t('reach.never'), is: unsafe.map((way) => t(`reach.ways.${way}`)).join(' · ') || t('reach.noNever') },
          {
            word: t('reach.safeWhen'),
            is: <Said of={sourced(records, ({ contact }) => contact?.safeWhen)} as={(words) => <q>{words}</q>} />,
          },
          { word: t('reach.phone'), is: <Said of={sourced(records, ({ contact }) => contact?.phone)} /> },
          { word: t('reach.email'), is: <Said of={sourced(records, ({ contact }) => contact?.email)} /> },
          {
            word: t('reach.address'),
            is:
              address.length > 0 ? (
                <Covered word={t('reach.address')}>
                  <Said of={address} />
                </Covered>
              ) : (
                <Withheld />
              ),
          },
        ]}
      />
      <p>{t('reach.change')}</p>
    </Card>
  );
}
