import { RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../frame/Places.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { useEveryPage } from '../../graph/useEveryPage.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { AlertsHere } from './AlertsHere.tsx';
import { BoardFilters } from './BoardFilters.tsx';
import { type BoardChoices, questionOf, usualChoices } from './boardFilter.ts';
import { continuedBy } from './continuedBy.ts';
import { BoardAlertsDocument, type BoardAlertsQuery } from './generated/board.ts';
import { usePeopleShown } from './usePeopleShown.ts';

/** Alerts from every agency about my clients, or my agency's. */
export function BoardAlerts() {
  const { t } = useTranslation('board');
  const [choices, setChoices] = useKept('choices', usualChoices);
  const people = usePeopleShown('alerts');
  const variables = useMemo(() => ({ ...questionOf(choices), peopleAfter: people.after }), [choices, people.after]);
  const asked = useAsk(BoardAlertsDocument, { variables });
  const rest = useEveryPage(asked, continued);
  const choose = (chosen: BoardChoices) => {
    setChoices(chosen);
    people.begin();
  };
  return (
    <>
      <BoardFilters choices={choices} onChange={choose} />
      <Answer of={asked}>
        {({ alerts }) => (
          <AlertsHere of={alerts} rest={rest} people={people} none={<None choices={choices} onChange={choose} />}>
            <Button kind="quiet" onPress={() => asked.again()} isDisabled={asked.asking}>
              <RefreshCw aria-hidden size={16} />
              {t('refresh')}
            </Button>
            <CopyQuery document={BoardAlertsDocument} variables={variables} />
          </AlertsHere>
        )}
      </Answer>
    </>
  );
}

type NoneProps = Readonly<{ choices: BoardChoices; onChange: (choices: BoardChoices) => void }>;

/** Says that no alert matches. If only the worker's own clients were searched, offers the agency's: a lead may work with nobody. */
function None({ choices, onChange }: NoneProps) {
  const { t } = useTranslation('board');
  return (
    <>
      <p>{t('none')}</p>
      {choices.of === 'MINE' && (
        <div>
          <Button onPress={() => onChange({ ...choices, of: 'AGENCY' })}>{t('whose.lookAGENCY')}</Button>
        </div>
      )}
    </>
  );
}

const continued = continuedBy<BoardAlertsQuery>(
  ({ alerts }) => alerts,
  (_, alerts) => ({ alerts }),
);
