import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { useAsk } from '../../../graph/useAsk.ts';
import { Answer } from '../../../parts/Answer.tsx';
import { useHubWords } from '../../../parts/useHubWords.ts';
import { PartnershipAnswersDocument } from '../generated/partnership.ts';
import { CountFigure } from './CountFigure.tsx';
import { promptGroups } from './promptGroups.ts';

/** Workers' answers to prompts, by agency and never by worker. */
export function PromptFigure() {
  const { t } = useTranslation('partnership');
  const { alertWord } = useKnown();
  const said = useHubWords();
  const asked = useAsk(PartnershipAnswersDocument);
  const silent = new Set(asked.missing.flatMap(({ agency }) => (agency === null ? [] : [agency])));
  return (
    <Answer of={asked}>
      {({ agencies }) => (
        <CountFigure
          title={t('figures.prompts')}
          groups={promptGroups(agencies, {
            silent,
            titleOf: (code, answer) =>
              t('figures.answer', { alert: said(alertWord(code)).label, answer: t(`answers.${answer}`) }),
          })}
          asked={{ document: PartnershipAnswersDocument }}
          read={t('figures.readPrompts')}
        />
      )}
    </Answer>
  );
}
