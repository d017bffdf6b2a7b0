import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { useAsk } from '../../../graph/useAsk.ts';
import { Answer } from '../../../parts/Answer.tsx';
import { useHubWords } from '../../../parts/useHubWords.ts';
import type { Given } from '../Given.ts';
import { PartnershipFiguresDocument } from '../generated/partnership.ts';
import styles from '../Partnership.module.css';
import { QuarterSelect } from '../QuarterSelect.tsx';
import { closedQuarters, quarterBefore, quarterOf } from '../quarters.ts';
import { CountFigure } from './CountFigure.tsx';
import { codeGroups, peopleGroup } from './countGroups.ts';
import { PromptFigure } from './PromptFigure.tsx';

/** How many quarters back the page goes. */
const quartersBack = 11;

/** People, alerts and needs of every agency in one quarter, compared with another. */
export function FiguresView({ day, needs }: Given) {
  const { t } = useTranslation('partnership');
  const { alertWord } = useKnown();
  const said = useHubWords();
  const quarters = closedQuarters(day, quartersBack);
  const [now, setNow] = useState(quarterBefore(quarterOf(day)));
  const [before, setBefore] = useState(quarterBefore(now));
  const variables = { period: now, before };
  const asked = useAsk(PartnershipFiguresDocument, { variables });
  const needWords = new Map(needs.map(({ code, label }) => [code, label]));
  const needWord = (code: string): string => said(needWords.get(code) ?? code).label;
  const silent = new Set(
    asked.missing.flatMap(({ agency, state }) => (agency !== null && state !== 'WITHHELD_BY_AGENCY' ? [agency] : [])),
  );
  const given = {
    now: variables.period,
    before: variables.before,
    asked: { document: PartnershipFiguresDocument, variables },
  };
  return (
    <>
      <div className={styles.controls}>
        <QuarterSelect label={t('quarter')} quarters={quarters} value={now} onChange={setNow} />
        <QuarterSelect label={t('before')} quarters={quarters} value={before} onChange={setBefore} />
      </div>
      <Answer of={asked}>
        {({ agencies }) => (
          <>
            <CountFigure {...given} title={t('figures.people')} groups={[peopleGroup(agencies, silent)]} />
            <div className={styles.pair}>
              <CountFigure
                {...given}
                title={t('figures.alerts')}
                groups={codeGroups(agencies, 'alerts', { silent, wordOf: (code) => said(alertWord(code)).label })}
              />
              <CountFigure
                {...given}
                title={t('figures.needs')}
                groups={codeGroups(agencies, 'needs', { silent, wordOf: needWord })}
              />
            </div>
          </>
        )}
      </Answer>
      <PromptFigure />
    </>
  );
}
