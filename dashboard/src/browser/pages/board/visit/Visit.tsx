import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '../../../frame/Page.tsx';
import { type Asked, useAsk } from '../../../graph/useAsk.ts';
import { Answer } from '../../../parts/Answer.tsx';
import { Banner } from '../../../parts/Banner.tsx';
import { dotted } from '../../../parts/dotted.ts';
import { Lacking } from '../../../parts/Lacking.tsx';
import { PersonName } from '../../../parts/PersonName.tsx';
import { VisitPersonDocument, type VisitPersonQuery } from './generated/visit.ts';
import styles from './Visit.module.css';
import { VisitAlerts, VisitTexts } from './VisitAlerts.tsx';
import { VisitCalls } from './VisitCalls.tsx';
import { VisitUnsafe } from './VisitUnsafe.tsx';

export type VisitedPerson = NonNullable<VisitPersonQuery['client']>;

/**
 * One screen for a worker on the way to a visit: is it safe for me, is somebody in danger, which ways to reach them are unsafe,
 * whom do I call. Large, in that order, and nothing else.
 */
export default function Visit() {
  const { t } = useTranslation('board');
  const { client = '' } = useParams();
  const asked = useAsk(VisitPersonDocument, { variables: { client } });
  const person = asked.data?.client;
  return (
    <Page title={<Title of={asked} />} lead={person && <HowToSpeak of={person} />}>
      <div className={styles.narrow}>
        <Answer of={asked}>{({ client: person }) => (person ? <Glance of={person} /> : <p>{t('go.gone')}</p>)}</Answer>
        <p className={`on-screen ${styles.links}`}>
          {person && <Link to={`/people/${client}`}>{t('go.file')}</Link>}
          <Link to="/board/visit">{t('go.other')}</Link>
        </p>
      </div>
    </Page>
  );
}

function Glance({ of }: Readonly<{ of: VisitedPerson }>) {
  const { t } = useTranslation('board');
  const notHere = Math.max(0, (of.alerts.totalCount ?? 0) - (of.alerts.nodes?.length ?? 0));
  return (
    <>
      {notHere > 0 && (
        <Banner kind="care">
          <p>{t('go.more', { count: notHere })}</p>
        </Banner>
      )}
      {of.alerts.complete !== true && (
        <Banner kind="care">
          <p>{t('incomplete')}</p>
        </Banner>
      )}
      <VisitAlerts of={of} />
      <VisitUnsafe of={of} />
      <VisitCalls of={of} />
      <VisitTexts of={of} />
    </>
  );
}

/** The person being visited. */
function Title({ of }: Readonly<{ of: Asked<VisitPersonQuery> }>) {
  const { t } = useTranslation('board');
  const person = of.data?.client;
  return <Lacking of={of}>{person ? <PersonName of={person.name} /> : t('go.title')}</Lacking>;
}

/** Pronouns and language, if on file. */
function HowToSpeak({ of: { records } }: Readonly<{ of: VisitedPerson }>) {
  const { t } = useTranslation('board');
  const told = (part: 'pronouns' | 'language') => [
    ...new Set(records.flatMap(({ identity }) => identity?.[part] ?? [])),
  ];
  const languages = told('language').map((language) => t('go.speaks', { language }));
  return <>{dotted([...told('pronouns'), ...languages])}</>;
}
