import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import styles from './Covered.module.css';

type Props = Readonly<{
  /** What is covered, in a word. */
  word: string;
  children: ReactNode;
}>;

/**
 * Covers what nobody who looks over a shoulder may read, until one asks to see it, and whenever the page opens anew. It is not in the
 * document before, so that it stands on no paper and in no picture of the screen by accident.
 *
 * The button stands before it: it stays where it was pressed, and whoever reads on by ear comes to what was shown.
 */
export function Covered({ word, children }: Props) {
  const { t } = useTranslation('frame');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const act = t(shown ? 'cover.hide' : 'cover.show');
  return (
    <div className={styles.covered}>
      <Button kind="quiet" aria-label={`${act}: ${word}`} onPress={() => setShown(!shown)}>
        <Icon aria-hidden size={18} />
        {act}
      </Button>
      {shown ? <div>{children}</div> : <div className="on-paper">{t('cover.onPaper')}</div>}
    </div>
  );
}
