import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import { Day } from '../../parts/Day.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { Names } from '../../parts/Names.tsx';
import { nameOf } from '../../parts/nameOf.ts';
import { Said } from '../../parts/Said.tsx';
import { sourced } from '../../parts/sourced.ts';
import type { ClientFirstQuery } from './generated/client.ts';

export type FirstClient = NonNullable<ClientFirstQuery['client']>;

/** Who the person is, in their own words where there are any. */
export function WhoCard({ client }: Readonly<{ client: FirstClient }>) {
  const { t } = useTranslation('client');
  const { records } = client;
  const name = nameOf(client.name);
  const others = [...new Set((client.knownAs ?? []).map(nameOf))]
    .filter((one) => one !== null)
    .filter((one) => one !== name);
  const born = sourced(records, ({ identity }) => identity?.dateOfBirth);
  // Rows without a value are left out, since they would say nothing; missing pronouns are shown as something to ask about.
  const language = sourced(records, ({ identity }) => identity?.language);
  const culture = sourced(records, ({ identity }) => identity?.culturalIdentity);
  const accuracyOf = (day: string) => {
    const said = records.map(({ identity }) => (identity?.dateOfBirth === day ? identity.dateOfBirthAccuracy : null));
    return said.find((one) => one === 'EXACT') ?? said.find((one) => one !== null);
  };
  return (
    <Card title={t('who.title')}>
      <Facts
        of={[
          { word: t('who.alsoKnownAs'), is: others.length > 0 && <Names of={others} /> },
          {
            word: t('who.pronouns'),
            is: <Said of={sourced(records, ({ identity }) => identity?.pronouns)} />,
          },
          {
            word: t('who.born'),
            is: (
              <Said
                of={born}
                as={(day) => {
                  const accuracy = accuracyOf(day);
                  return (
                    <>
                      <Day of={day} /> {accuracy && <small>{t(`who.accuracy.${accuracy}`)}</small>}
                    </>
                  );
                }}
              />
            ),
          },
          { word: t('who.language'), is: language.length > 0 && <Said of={language} /> },
          { word: t('who.culture'), is: culture.length > 0 && <Said of={culture} /> },
        ]}
      />
    </Card>
  );
}
