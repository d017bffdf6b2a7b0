import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { DateField } from '../../parts/DateField.tsx';
import { Select } from '../../parts/Select.tsx';
import { useHubWords } from '../../parts/useHubWords.ts';
import { type BoardChoices, certainties, severities } from './boardFilter.ts';

const any = 'ANY';

type Props = Readonly<{ choices: BoardChoices; choose: (part: Partial<BoardChoices>) => void }>;

/** Which alerts: kind, how serious, how sure, in force or ended, since when. */
export function Which({ choices, choose }: Props) {
  const { t } = useTranslation('board');
  const { vocabulary } = useKnown();
  const said = useHubWords();
  const kinds = [...(vocabulary?.alerts ?? []), ...(vocabulary?.retiredAlerts ?? [])];
  return (
    <>
      <Select
        label={t('filter.category')}
        choices={[
          { id: any, label: t('filter.anyCategory') },
          ...kinds.map(({ code, label }) => ({ id: code, ...said(label) })),
        ]}
        value={choices.code ?? any}
        onChange={(code) => choose({ code: code === any ? null : code })}
      />
      <Select
        label={t('filter.severity')}
        choices={[
          { id: any, label: t('filter.anySeverity') },
          ...severities.map((id) => ({ id, label: t('filter.atLeast', { severity: t(`severity.${id}`) }) })),
        ]}
        value={choices.minSeverity ?? any}
        onChange={(minSeverity) => choose({ minSeverity: minSeverity === any ? null : minSeverity })}
      />
      <Select
        label={t('filter.certainty')}
        choices={[
          { id: any, label: t('filter.anyCertainty') },
          ...certainties.map((id) => ({ id, label: t(`certainty.${id}`) })),
        ]}
        value={choices.certainty ?? any}
        onChange={(certainty) => choose({ certainty: certainty === any ? null : certainty })}
      />
      <Select
        label={t('filter.state')}
        choices={(['HOLDS', 'ENDED', 'ALL'] as const).map((id) => ({ id, label: t(`filter.states.${id}`) }))}
        value={choices.state}
        onChange={(state) => choose({ state })}
      />
      <DateField
        label={t('filter.since')}
        value={choices.raisedSince}
        onChange={(raisedSince) => choose({ raisedSince })}
      />
    </>
  );
}
