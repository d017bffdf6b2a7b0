import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../../graph/useAsk.ts';
import { Answer } from '../../../parts/Answer.tsx';
import { Banner } from '../../../parts/Banner.tsx';
import type { Given } from '../Given.ts';
import { PartnershipReauditDocument } from '../generated/partnership.ts';
import styles from '../Partnership.module.css';
import { QuarterSelect } from '../QuarterSelect.tsx';
import { closedQuarters, quarterBefore } from '../quarters.ts';
import { firstRuled, RulesControls } from '../RulesControls.tsx';
import { Words } from '../Words.tsx';
import { ChangeFigure } from './ChangeFigure.tsx';
import { MonthFigure } from './MonthFigure.tsx';
import { RaisedFigure } from './RaisedFigure.tsx';

const quartersBack = 8;

/** Two closed quarters compared under the same rules, in words and in charts. */
export function ReauditView({ day, ruleSets }: Given) {
  const { t } = useTranslation('partnership');
  const quarters = closedQuarters(day, quartersBack);
  const [ruled, setRuled] = useState(() => firstRuled(ruleSets));
  const [after, setAfter] = useState(quarters[0] ?? quarterBefore({ from: day, to: day }));
  const [before, setBefore] = useState(quarterBefore(after));
  const variables = { category: ruled?.category ?? '', rules: ruled?.rules ?? '', before, after };
  const asked = useAsk(PartnershipReauditDocument, { variables, skip: !ruled });
  const question = { document: PartnershipReauditDocument, variables };
  if (!ruled) return <Banner>{t('audit.noRules')}</Banner>;
  return (
    <>
      <p className={styles.about}>{t('reaudit.about')}</p>
      <div className={styles.controls}>
        <RulesControls ruleSets={ruleSets} value={ruled} onChange={setRuled} />
        <QuarterSelect label={t('reaudit.before')} quarters={quarters} value={before} onChange={setBefore} />
        <QuarterSelect label={t('reaudit.after')} quarters={quarters} value={after} onChange={setAfter} />
      </div>
      <Answer of={asked}>
        {({ reaudit }) => (
          <>
            {reaudit.refused !== null && (
              <Banner kind="care">
                <p>{t('reaudit.refused')}</p>
              </Banner>
            )}
            <Words title={t('reaudit.words')} words={reaudit.words} />
            {reaudit.refused === null && (
              <>
                <div className={styles.pair}>
                  <ChangeFigure reaudit={reaudit} asked={question} />
                  <RaisedFigure reaudit={reaudit} asked={question} />
                </div>
                <div className={styles.pair}>
                  <MonthFigure kind="gapChart" chart={reaudit.gapChart} asked={question} />
                  <MonthFigure kind="raisedChart" chart={reaudit.raisedChart} asked={question} />
                </div>
              </>
            )}
          </>
        )}
      </Answer>
    </>
  );
}
