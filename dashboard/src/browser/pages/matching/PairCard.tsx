import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../parts/Badge.tsx';
import { Day } from '../../parts/Day.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { FromHub } from '../../parts/FromHub.tsx';
import { Names } from '../../parts/Names.tsx';
import { nameOf } from '../../parts/nameOf.ts';
import { Withheld } from '../../parts/Withheld.tsx';
import type { MatchingRecordFragment } from './generated/matching.ts';
import styles from './matching.module.css';
import type { NumberedPair } from './numbered.ts';

type Props = Readonly<{
  pair: NumberedPair;
  /** True: its agencies are being asked about it now. */
  isAsked: boolean;
  children: ReactNode;
}>;

/** Two records side by side and how they compare; below, what was said or can be said about them. */
export function PairCard({ pair, isAsked, children }: Props) {
  const { t } = useTranslation('matching');
  const theirTitle = useTheirTitle();
  const { mine, theirs, agreement, close, onFileTwice, word, among } = pair;
  const name = nameOf(mine.identity?.name) ?? t('yours');
  return (
    <article className={styles.pair} aria-label={among ? `${name}: ${theirTitle(pair)}` : name}>
      <header>
        <Badge tone={close ? 'care' : 'plain'}>{t(close ? 'close' : 'perhaps')}</Badge>
        {onFileTwice && <Badge>{t('twice')}</Badge>}
        {word === 'LATER' && <Badge>{t('putOff')}</Badge>}
        <span className={styles.at}>
          {t('found')} <Day of={pair.at} />
        </span>
      </header>
      <div className={styles.sides}>
        <RecordSide title={t('yours')} record={mine} isAsked={isAsked} />
        <RecordSide title={theirTitle(pair)} record={theirs} isAsked={isAsked} />
      </div>
      {agreement.length > 0 && (
        <ul className={styles.agreement} aria-label={t('agreement')}>
          {agreement.map((reason) => (
            <li key={reason}>
              <FromHub>{reason}</FromHub>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.words}>{children}</div>
    </article>
  );
}

/** A brief description of a pair, for a dialog that covers it. */
export function PairNamed({ pair }: Pick<Props, 'pair'>) {
  const { t } = useTranslation('matching');
  const theirTitle = useTheirTitle();
  return (
    <Facts
      of={[
        { word: t('yours'), is: <Named of={pair.mine} /> },
        { word: theirTitle(pair), is: <Named of={pair.theirs} /> },
      ]}
    />
  );
}

function Named({ of }: Readonly<{ of: MatchingRecordFragment | null }>) {
  const name = nameOf(of?.identity?.name);
  const born = of?.identity?.dateOfBirth;
  if (!name) return <Withheld />;
  return (
    <>
      <bdi>{name}</bdi>
      {born && (
        <>
          {', '}
          <Day of={born} />
        </>
      )}
    </>
  );
}

/** The title of the side that is not the worker's own record, or is the other of two. */
function useTheirTitle(): (pair: NumberedPair) => string {
  const { t } = useTranslation('matching');
  return ({ onFileTwice, theirs, among }) =>
    onFileTwice ? t('yoursToo') : (theirs?.agency?.name ?? (among ? t('theirsAmong', among) : t('theirs')));
}

type SideProps = Readonly<{ title: string; record: MatchingRecordFragment | null; isAsked: boolean }>;

function RecordSide({ title, record, isAsked }: SideProps) {
  const { t } = useTranslation('matching');
  const identity = record?.identity;
  const others = (identity?.alsoKnownAs ?? []).map(nameOf).filter((name) => name !== null);
  return (
    <section className={styles.side}>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      {record ? (
        <dl>
          <dt>{t('name')}</dt>
          <dd>
            <bdi>{nameOf(identity?.name) ?? <Withheld />}</bdi>
          </dd>
          {others.length > 0 && (
            <>
              <dt>{t('also')}</dt>
              <dd>
                <Names of={others} />
              </dd>
            </>
          )}
          <dt>{t('born')}</dt>
          <dd>
            {identity?.dateOfBirth ? <Day of={identity.dateOfBirth} /> : <Withheld />}
            {identity?.dateOfBirthAccuracy === 'ESTIMATED' && ` (${t('estimated')})`}
          </dd>
          <dt>{t('suburb')}</dt>
          <dd>{record.address?.suburb ?? <Withheld />}</dd>
          <dt>{t('phone')}</dt>
          <dd>{record.contact?.phone ?? <Withheld />}</dd>
        </dl>
      ) : (
        <p>{t(isAsked ? 'hidden' : 'hiddenOnly')}</p>
      )}
    </section>
  );
}
