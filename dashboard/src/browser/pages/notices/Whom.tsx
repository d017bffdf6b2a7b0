import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { nameOf } from '../../parts/nameOf.ts';
import { PersonName } from '../../parts/PersonName.tsx';

type Props = Readonly<{
  of: Readonly<{ id: string; name: Parameters<typeof nameOf>[0] }> | null;
  /** True: links to the person's page. */
  linked?: boolean;
}>;

/** The person a block or emergency access is about, or that this person is not shared with the reader. */
export function Whom({ of, linked = false }: Props) {
  const { t } = useTranslation('notices');
  if (!of) return <>{t('glasses.unknown')}</>;
  const name = <PersonName of={of.name} />;
  return linked ? <Link to={`/people/${of.id}`}>{name}</Link> : name;
}
