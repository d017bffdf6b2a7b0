import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { isolated } from '../../../languages/isolated.ts';
import { Day } from '../../../parts/Day.tsx';
import { Facts } from '../../../parts/Facts.tsx';
import { nameOf } from '../../../parts/nameOf.ts';
import { Several } from '../../../parts/Several.tsx';
import { useTerms } from '../../../parts/useTerms.ts';
import { useSession } from '../../../session/Session.tsx';
import styles from '../sharing.module.css';
import { type Agencies, useAgencyNames } from '../useAgencyNames.ts';
import type { Draft } from './draft.ts';
import { kindsWith } from './kindsWith.ts';
import { lastDayOf } from './lastDayOf.ts';
import type { SharingClient } from './RecordConsent.tsx';

export type Said = Readonly<{ draft: Draft; client: SharingClient; agencies: Agencies; version: string }>;

/** Exactly what was said, in plain words, with a line to sign on. */
export function Statement({ draft, client, agencies, version }: Said) {
  const { t } = useTranslation('sharing');
  const { me, vocabulary } = useKnown();
  const isSelf = useSession().signed.role === 'CLIENT';
  const { kind, purpose } = useTerms();
  const named = useAgencyNames(agencies);
  const no = draft.refuse === true;
  const categories = vocabulary?.categories ?? [];
  const ordinary = categories.filter(({ sensitive }) => !sensitive).map(({ code }) => code);
  const told = draft.kinds.any
    ? no
      ? categories.map(({ code }) => code)
      : ordinary
    : kindsWith(draft.kinds.ids, categories, no);
  const kept = categories.filter(({ code, sensitive }) => sensitive && !told.includes(code)).map(({ code }) => code);
  const to = lastDayOf(draft);
  const proxy = client.proxies?.find(({ id }) => id === draft.proxy);
  return (
    <section className={styles.statement} aria-label={t('statement.label')}>
      <p>
        <strong>{t(no ? 'statement.no' : 'statement.yes')}</strong>
      </p>
      <Facts
        of={[
          { word: t('statement.name'), is: nameOf(client.name) },
          { word: t('item.givenBy'), is: proxy && t(`givenBy.${proxy.capacity}`) },
          {
            word: t(no ? 'part.whoNot' : 'part.who'),
            is: draft.agencies.any ? t(no ? 'part.noAgency' : 'part.anyAgency') : named(draft.agencies.ids),
          },
          {
            word: t('part.purposes'),
            is: draft.purposes.any ? t('part.anyPurpose') : <Several of={draft.purposes.ids.map(purpose)} />,
          },
          { word: t(no ? 'part.kindsNot' : 'part.kinds'), is: <Several of={told.map(kind)} /> },
          { word: t('statement.kept'), is: !no && kept.length > 0 && <Several of={kept.map(kind)} /> },
          { word: t('part.sources'), is: draft.sources.any ? t('part.anySource') : named(draft.sources.ids) },
          { word: t('item.until'), is: to ? <Day of={to} /> : t('item.untilWithdrawn') },
          {
            word: t('statement.replaces'),
            is: draft.replaces.length > 0 && t('statement.replacesText', { count: draft.replaces.length }),
          },
          { word: t('statement.words'), is: draft.words.trim() && <q>{draft.words.trim()}</q> },
          { word: t('item.how'), is: !isSelf && t(`evidence.${draft.evidence ?? 'IN_PERSON'}`) },
          { word: t('statement.witness'), is: draft.witness.trim() },
          { word: t('statement.notice'), is: version !== 'none' && version },
          {
            word: t('statement.heard'),
            is: !isSelf && [me?.name ?? [], me?.agency.name ?? []].flat().map(isolated).join(', '),
          },
          { word: t('statement.day'), is: <Day of={new Date().toISOString()} /> },
        ]}
      />
      <p>{t('statement.law')}</p>
      <p>{t('statement.change', { agency: me?.agency.name ?? '' })}</p>
      <div className={styles.sign} aria-hidden>
        <span>{t('statement.signature')}</span>
        <span>{t('statement.signedOn')}</span>
      </div>
    </section>
  );
}
