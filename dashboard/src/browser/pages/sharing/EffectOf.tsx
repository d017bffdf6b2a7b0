import { useTranslation } from 'react-i18next';
import { Banner } from '../../parts/Banner.tsx';
import { Day } from '../../parts/Day.tsx';
import { Fold } from '../../parts/Fold.tsx';
import { Several } from '../../parts/Several.tsx';
import { Table, type TableColumn } from '../../parts/Table.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import { useSession } from '../../session/Session.tsx';
import type { SharingEffectFragment } from './generated/sharing.ts';
import styles from './sharing.module.css';
import { type Agencies, useListed } from './useAgencyNames.ts';

type Props = Readonly<{ effect: SharingEffectFragment; agencies: Agencies }>;
type Row = SharingEffectFragment['rows'][number];

const told = ['opens', 'closes', 'staysOpen'] as const;

const changes = ({ opens, closes }: Row): boolean => opens.length + closes.length > 0;

/** What a change opens, closes and leaves open, for whom and for what purpose, according to the hub's rules. */
export function EffectOf({ effect: { from, rows }, agencies }: Props) {
  const { t } = useTranslation('sharing');
  const { kind, purpose } = useTerms();
  const listed = useListed();
  const isSelf = useSession().signed.role === 'CLIENT';
  const sourcesOf = ({ agency, sources }: Row) =>
    agencies.every(({ id }) => id === agency.id || sources.some((one) => one.id === id))
      ? t('effect.anySource')
      : t('effect.sources', { agencies: listed(sources.map(({ name }) => name)) });
  const columns = (some: readonly Row[]): readonly TableColumn<Row>[] => [
    {
      id: 'who',
      title: t('effect.who'),
      of: (row) => (
        <>
          {row.agency.name}
          {row.user && ` (${row.user})`}
          <small className={styles.under}>
            <Several of={row.purposes.map(purpose)} />
          </small>
          <small className={styles.under}>{sourcesOf(row)}</small>
        </>
      ),
    },
    // An empty column would only make the others narrower.
    ...told
      .filter((change) => some.some((row) => row[change].length > 0))
      .map((change) => ({
        id: change,
        title: t(`effect.${change}`),
        of: (row: Row) => <Several of={row[change].map(kind)} />,
      })),
  ];
  const changing = rows.filter(changes);
  const staying = rows.filter((row) => !changes(row));
  return (
    <>
      {changing.length === 0 && <p>{t('effect.nothing')}</p>}
      {from && (
        <p>
          {t('effect.from')} <Day of={from} />
        </p>
      )}
      {changing.length > 0 && <RowTable label={t('effect.title')} rows={changing} columns={columns} />}
      {staying.length > 0 && (
        <Fold title={t('effect.asBefore')}>
          <RowTable label={t('effect.asBefore')} rows={staying} columns={columns} />
        </Fold>
      )}
      <Banner>
        <p>{t(isSelf ? 'effect.noteSelf' : 'effect.note')}</p>
      </Banner>
    </>
  );
}

type TableProps = Readonly<{
  label: string;
  rows: readonly Row[];
  columns: (rows: readonly Row[]) => readonly TableColumn<Row>[];
}>;

const RowTable = ({ label, rows, columns }: TableProps) => (
  <Table
    label={label}
    columns={columns(rows)}
    items={rows.map((row, nth) => ({ ...row, nth }))}
    idOf={({ nth }) => String(nth)}
    narrow="FOLDS"
  />
);
