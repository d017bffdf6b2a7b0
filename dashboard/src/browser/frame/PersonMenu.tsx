import { CircleUserRound } from 'lucide-react';
import { useState } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { languages, speakIn } from '../languages/speak.ts';
import { Button } from '../parts/Button.tsx';
import { Select } from '../parts/Select.tsx';
import { useSession } from '../session/Session.tsx';
import { useKnown } from './Known.tsx';
import styles from './PersonMenu.module.css';
import { setShade, shadeNow, shades } from './shade.ts';

/** Who is signed in, and what they may set: language, colours, the end of the session. */
export function PersonMenu() {
  const { t, i18n } = useTranslation('frame');
  const { signed, signOut } = useSession();
  const { me } = useKnown();
  const [shade, choose] = useState(shadeNow());
  return (
    <DialogTrigger>
      <Button aria-label={`${signed.name}: ${t('person.menu')}`}>
        <CircleUserRound aria-hidden size={20} />
        <span className={styles.name}>{signed.name}</span>
      </Button>
      <Popover placement="bottom end" className={styles.menu ?? ''}>
        <AriaDialog aria-label={t('person.menu')} className={styles.inside ?? ''}>
          <p>
            <strong>{signed.name}</strong>
            <br />
            {t(`roles.${signed.role}`)} · {me?.agency.name ?? signed.agency}
          </p>
          <Select
            label={t('person.language')}
            choices={languages}
            value={languages.find(({ id }) => id === i18n.language)?.id ?? 'en'}
            onChange={speakIn}
          />
          <Select
            label={t('person.shade')}
            choices={shades.map((id) => ({ id, label: t(`person.shades.${id}`) }))}
            value={shade}
            onChange={(next) => {
              setShade(next);
              choose(next);
            }}
          />
          <Button onPress={signOut}>{t('person.signOut')}</Button>
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}
