import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../../graph/useAsk.ts';
import { Answer } from '../../../parts/Answer.tsx';
import { Banner } from '../../../parts/Banner.tsx';
import type { Given } from '../Given.ts';
import { PartnershipAuditsDocument } from '../generated/partnership.ts';
import styles from '../Partnership.module.css';
import { QuarterSelect } from '../QuarterSelect.tsx';
import { closedQuarters, quarterBefore } from '../quarters.ts';
import { firstRuled, RulesControls } from '../RulesControls.tsx';
import { Words } from '../Words.tsx';
import { AgencyFigure } from './AgencyFigure.tsx';
import { nothingPublished } from './auditRows.ts';
import { NothingTold } from './NothingTold.tsx';
import { TimeFigure } from './TimeFigure.tsx';

const quartersBack = 8;

/** Notes and needs compared with alerts: by agency, and over four quarters. */
export function GapView({ day, ruleSets }: Given) {
  const { t } = useTranslation('partnership');
  const quarters = closedQuarters(day, quartersBack);
  const [ruled, setRuled] = useState(() => firstRuled(ruleSets));
  const [until, setUntil] = useState(quarters[0] ?? quarterBefore({ from: day, to: day }));
  const variables = {
    ...{ category: ruled?.category ?? '', rules: ruled?.rules ?? '' },
    ...{ first: quarterBefore(until, 3), second: quarterBefore(until, 2), third: quarterBefore(until), fourth: until },
  };
  const asked = useAsk(PartnershipAuditsDocument, { variables, skip: !ruled });
  const question = { document: PartnershipAuditsDocument, variables };
  if (!ruled) return <Banner>{t('audit.noRules')}</Banner>;
  return (
    <>
      <p className={styles.about}>{t('audit.about')}</p>
      <div className={styles.controls}>
        <RulesControls ruleSets={ruleSets} value={ruled} onChange={setRuled} />
        <QuarterSelect label={t('audit.until')} quarters={quarters} value={until} onChange={setUntil} />
      </div>
      <Answer of={asked}>
        {({ first, second, third, fourth }) => {
          const audits = [first, second, third, fourth];
          return (
            <>
              <NothingTold audits={audits} />
              {!nothingPublished(audits) && (
                <div className={styles.pair}>
                  <AgencyFigure audit={fourth} asked={question} />
                  <TimeFigure audits={audits} asked={question} />
                </div>
              )}
              <Words title={t('audit.words')} words={fourth.words} />
            </>
          );
        }}
      </Answer>
    </>
  );
}
