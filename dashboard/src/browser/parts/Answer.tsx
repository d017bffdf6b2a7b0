import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MissingSource } from '../graph/MissingSources.ts';
import type { Asked } from '../graph/useAsk.ts';
import { isolated } from '../languages/isolated.ts';
import { useSessionIfAny } from '../session/Session.tsx';
import styles from './Answer.module.css';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Faulty } from './Faulty.tsx';
import { Lacking } from './Lacking.tsx';
import { SignInHere } from './SignInHere.tsx';
import { useFaultWords } from './useFaultWords.ts';
import { Waiting } from './Waiting.tsx';

type Props<Data> = Readonly<{
  of: Asked<Data>;
  /** True inside a form: signing in again then happens without leaving the page, since what was written exists nowhere else. */
  inForm?: boolean;
  children: (data: Data) => ReactNode;
}>;

/**
 * Renders a query's answer: a placeholder while waiting, errors beside what is there, the sources that did not answer, and the
 * data. An error never removes what is already shown. When the token has expired, retrying is no use, so the way to sign in is
 * offered instead.
 *
 * A client is shown no source's name: an agency's name above their file would reveal, to anyone beside them, what is covered in it.
 */
export function Answer<Data>({ of, inForm = false, children }: Props<Data>) {
  const { t } = useTranslation('frame');
  const session = useSessionIfAny();
  const wordsOf = useFaultWords();
  const ranOut = session !== undefined && of.fault?.code === 'TOKEN_REFUSED';
  const said = of.fault && !(ranOut && inForm) && wordsOf(of.fault);
  return (
    <div className={styles.answer} aria-busy={of.asking}>
      {said && (
        <Faulty sentence={said.label} lang={said.lang}>
          {ranOut ? (
            <Button onPress={session.end}>{t('signIn.again')}</Button>
          ) : (
            <Button onPress={() => of.again()}>{t('again')}</Button>
          )}
        </Faulty>
      )}
      {ranOut && inForm && <SignInHere onIn={of.again} />}
      {of.missing.length > 0 && (
        <Banner kind="care">
          {saidMissing(session?.signed.role === 'CLIENT' ? of.missing.map(unnamed) : of.missing, t).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Banner>
      )}
      {of.waiting && <Waiting />}
      {of.data !== undefined && <Lacking of={of}>{children(of.data)}</Lacking>}
    </div>
  );
}

const unnamed = ({ state }: MissingSource): MissingSource => ({ agency: null, state });

type Translate = ReturnType<typeof useTranslation<'frame'>>['t'];

/**
 * Names the sources that may be named; for the rest it says "one or more", as the hub does. An agency that keeps its data out did
 * not fail, and is left out.
 */
function saidMissing(missing: Asked<unknown>['missing'], t: Translate): readonly string[] {
  const list = (of: Asked<unknown>['missing']): string =>
    new Intl.ListFormat(document.documentElement.lang).format(
      of.flatMap(({ agency }) => (agency === null ? [] : isolated(agency))),
    );
  const keptOut = missing.filter(({ state }) => state === 'WITHHELD_BY_AGENCY');
  const failed = missing.filter(({ state }) => state !== 'WITHHELD_BY_AGENCY');
  const named = failed.filter(({ agency }) => agency !== null);
  const how = named.length === 0 ? 'unnamed' : named.length < failed.length ? 'both' : 'named';
  return [
    ...(failed.length > 0 ? [t(`missing.${how}`, { agencies: list(named) })] : []),
    ...(keptOut.length > 0 ? [t('missing.keptOut', { agencies: list(keptOut) })] : []),
  ];
}
