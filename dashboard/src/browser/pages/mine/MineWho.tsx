import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import { Day } from '../../parts/Day.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { Names } from '../../parts/Names.tsx';
import { nameOf } from '../../parts/nameOf.ts';
import { Said } from '../../parts/Said.tsx';
import { sourced } from '../../parts/sourced.ts';
import { Withheld } from '../../parts/Withheld.tsx';
import type { MyFile } from './Mine.tsx';

/** Who the client is, according to services. */
export function MineWho({ file: { name, knownAs, records } }: Readonly<{ file: MyFile }>) {
  const { t } = useTranslation('mine');
  const called = nameOf(name);
  const others = [...new Set((knownAs ?? []).map(nameOf))]
    .filter((one) => one !== null)
    .filter((one) => one !== called);
  return (
    <Card title={t('who.title')}>
      <Facts
        of={[
          { word: t('who.name'), is: called ? <bdi>{called}</bdi> : <Withheld /> },
          { word: t('who.others'), is: others.length > 0 && <Names of={others} /> },
          { word: t('who.pronouns'), is: <Said of={sourced(records, ({ identity }) => identity?.pronouns)} /> },
          {
            word: t('who.born'),
            is: <Said of={sourced(records, ({ identity }) => identity?.dateOfBirth)} as={(day) => <Day of={day} />} />,
          },
          { word: t('who.language'), is: <Said of={sourced(records, ({ identity }) => identity?.language)} /> },
          { word: t('who.culture'), is: <Said of={sourced(records, ({ identity }) => identity?.culturalIdentity)} /> },
        ]}
      />
      <p>{t('wrong')}</p>
    </Card>
  );
}
