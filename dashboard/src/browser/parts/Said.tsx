import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../languages/isolated.ts';
import styles from './Said.module.css';
import type { Source, Sourced } from './sourced.ts';
import { Withheld } from './Withheld.tsx';

type Props<Value> = Readonly<{
  of: readonly Sourced<Value>[];
  as?: (value: Value) => ReactNode;
}>;

/** What records say about one thing; where they differ, with the source of each value. */
export function Said<Value extends string>({ of, as = (value) => value }: Props<Value>) {
  const sourcesOf = useSources();
  if (of.length === 0) return <Withheld />;
  return (
    <>
      {of.map(({ value, from }) => (
        <span key={value} className={styles.said}>
          {as(value)}
          {of.length > 1 && <small> ({sourcesOf(from)})</small>}
        </span>
      ))}
    </>
  );
}

/** Names the sources of a value, each once. */
export function useSources(): (from: readonly Source[]) => string {
  const { t, i18n } = useTranslation('frame');
  return (from) =>
    new Intl.ListFormat(i18n.language).format([
      ...new Set(from.map(({ agency }) => isolated(agency?.name ?? t('unknownAgency')))),
    ]);
}
