import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../frame/Page.tsx';
import type { Change } from '../../../graph/useChange.ts';
import { languages } from '../../../languages/speak.ts';
import { Button } from '../../../parts/Button.tsx';
import { Done } from '../../../parts/Done.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { Select } from '../../../parts/Select.tsx';
import { Spoken } from '../../../parts/Spoken.tsx';
import { useSession } from '../../../session/Session.tsx';
import styles from '../sharing.module.css';
import { type Said, Statement } from './Statement.tsx';
import { pageLanguageOf } from './spoken.ts';

type Props = Said &
  Readonly<{
    recording: Pick<Change<unknown, unknown>, 'asking' | 'fault'>;
    /** Resolves to whether it was put on file. */
    onSave: () => Promise<boolean>;
    onChange: () => void;
    onEnd: () => void;
  }>;

/** What was said, read back in the language it was said in, to show or print; then it is put on file. */
export function ReadBackPage({ recording, onSave, onChange, onEnd, ...said }: Props) {
  const { t } = useTranslation('sharing');
  const isSelf = useSession().signed.role === 'CLIENT';
  const [language, setLanguage] = useState(pageLanguageOf(said.draft.language));
  const [saved, setSaved] = useState<object>();
  return (
    <Page
      title={
        <Spoken language={language}>
          <Title refuse={said.draft.refuse === true} />
        </Spoken>
      }
    >
      <div className={styles.screen}>
        <Done of={saved}>
          <p>{t('saved.text')}</p>
          <p>{t(isSelf ? 'saved.withdrawSelf' : 'saved.withdraw')}</p>
        </Done>
        {!saved && <p>{t(isSelf ? 'readBack.leadSelf' : 'readBack.lead')}</p>}
        <Select label={t('readBack.language')} choices={languages} value={language} onChange={setLanguage} />
      </div>
      <Spoken language={language}>
        <Statement {...said} />
      </Spoken>
      <Faulted of={recording.fault} />
      <div className={styles.buttons}>
        {saved ? (
          <Button kind="main" onPress={onEnd}>
            {t('saved.back')}
          </Button>
        ) : (
          <>
            <Button
              kind="main"
              isDisabled={recording.asking}
              onPress={async () => setSaved((await onSave()) ? {} : undefined)}
            >
              {t('readBack.save')}
            </Button>
            <Button onPress={onChange}>{t('readBack.change')}</Button>
          </>
        )}
        <Button onPress={() => window.print()}>
          <Printer aria-hidden size={18} />
          {t('print')}
        </Button>
      </div>
    </Page>
  );
}

function Title({ refuse }: Readonly<{ refuse: boolean }>) {
  const { t } = useTranslation('sharing');
  return <>{t(refuse ? 'statement.titleNo' : 'statement.title')}</>;
}
