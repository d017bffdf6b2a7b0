import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../../graph/useAsk.ts';
import { Banner } from '../../../parts/Banner.tsx';
import { ClientWordingHintsDocument } from '../generated/own.ts';

/** Milliseconds without a key press before the text is checked. */
const quietMs = 700;

/** Wording that others may misread, and what might be said instead. It blocks nothing. */
export function WordingHints({ text }: Readonly<{ text: string }>) {
  const { t, i18n } = useTranslation('client');
  const still = useStill(text.trim());
  const { data } = useAsk(ClientWordingHintsDocument, { variables: { text: still }, skip: still.length < 3 });
  const hints = still.length < 3 ? [] : (data?.wordingHints ?? []);
  const either = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
  return (
    <div role="status">
      {hints.length > 0 && (
        <Banner>
          {hints.map(({ term, instead, why }) => (
            <p key={term}>
              <q>{term}</q>: {why} {instead.length > 0 && t('raise.instead', { words: either.format(instead) })}
            </p>
          ))}
        </Banner>
      )}
    </div>
  );
}

function useStill(text: string): string {
  const [still, setStill] = useState(text);
  useEffect(() => {
    const waiting = setTimeout(() => setStill(text), quietMs);
    return () => clearTimeout(waiting);
  }, [text]);
  return still;
}
