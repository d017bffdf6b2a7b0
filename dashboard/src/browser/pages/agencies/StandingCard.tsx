import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Card.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { Day } from '../../parts/Day.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { Table, type TableColumn } from '../../parts/Table.tsx';
import { AgenciesStandingDocument, type AgenciesStandingQuery } from './generated/agencies.ts';
import { isStale } from './isStale.ts';

type Agency = AgenciesStandingQuery['agencies'][number];

const tones = { OK: 'good', SLOW: 'care', NOT_ANSWERING: 'grave' } as const;

/**
 * Each agency and its current state. If the state is disclosed for some agencies only, it is shown below for each of these, so that
 * no cell is blank.
 */
export function StandingCard() {
  const { t } = useTranslation('agencies');
  const asked = useAsk(AgenciesStandingDocument, { everyMs: 60_000 });
  return (
    <Card
      title={t('standing.title')}
      actions={
        <Button onPress={asked.again} isDisabled={asked.asking}>
          {t('standing.again')}
        </Button>
      }
    >
      <Answer of={asked}>{({ agencies }) => <Standing agencies={agencies} />}</Answer>
      <CopyQuery document={AgenciesStandingDocument} />
    </Card>
  );
}

function Standing({ agencies }: Readonly<{ agencies: readonly Agency[] }>) {
  const { t } = useTranslation('agencies');
  const about: readonly TableColumn<Agency>[] = [
    { id: 'name', title: t('standing.name'), of: ({ name }) => name },
    { id: 'kind', title: t('standing.kind'), of: ({ kind }) => t(`kinds.${kind}` as 'kinds.HOMELESSNESS', kind) },
    { id: 'modules', title: t('standing.modules'), of: ({ modules }) => modules.join(', ') || t('standing.noModules') },
  ];
  const standing: readonly TableColumn<Agency>[] = [
    { id: 'health', title: t('standing.health'), of: (agency) => <Health of={agency} /> },
    { id: 'contract', title: t('standing.contract'), of: ({ contractVersion }) => contractVersion ?? t('sync.never') },
    { id: 'reach', title: t('standing.reach'), of: ({ reach }) => reach && t(`reach.${reach}`) },
    { id: 'synced', title: t('standing.synced'), of: (agency) => <Synced of={agency} /> },
  ];
  const told = agencies.filter(({ state }) => state !== null);
  const ofAll = told.length === agencies.length;
  return (
    <>
      <Table
        label={t('standing.title')}
        columns={ofAll ? [...about, ...standing] : about}
        items={agencies}
        idOf={({ id }) => id}
        narrow="FOLDS"
      />
      {!ofAll &&
        told.map((agency) => (
          <section key={agency.id} aria-label={agency.name}>
            <h3>{agency.name}</h3>
            <Facts of={standing.map(({ title, of }) => ({ word: title, is: of(agency) }))} />
          </section>
        ))}
    </>
  );
}

type Part = Readonly<{ of: Agency }>;

function Health({ of: { state, health } }: Part) {
  const { t } = useTranslation('agencies');
  if (state === 'SUSPENDED') return <Badge tone="care">{t('health.SUSPENDED')}</Badge>;
  if (!health) return null;
  return <Badge tone={tones[health.state]}>{t(`health.${health.state}`)}</Badge>;
}

/** When its records were last searched for ones of the same person; marked if long ago. */
function Synced({ of: { lastSyncedAt } }: Part) {
  const { t } = useTranslation('agencies');
  if (!lastSyncedAt) return <>{t('sync.never')}</>;
  return (
    <>
      <Day of={lastSyncedAt} withTime />{' '}
      {isStale(lastSyncedAt, new Date()) && <Badge tone="care">{t('sync.stale')}</Badge>}
    </>
  );
}
