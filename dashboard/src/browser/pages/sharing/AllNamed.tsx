import { useTranslation } from 'react-i18next';
import { dotted } from '../../parts/dotted.ts';
import { useTerms } from '../../parts/useTerms.ts';
import type { SharingPartFragment } from './generated/sharing.ts';

/** Every kind of information that any part of a consent names, in one line. */
export function AllNamed({ parts }: Readonly<{ parts: readonly SharingPartFragment[] }>) {
  const { t } = useTranslation('sharing');
  const { kind } = useTerms();
  if (parts.some(({ categories }) => categories === null)) return <>{t('part.everyKind')}</>;
  return <>{dotted([...new Set(parts.flatMap(({ categories }) => categories ?? []))].map(kind))}</>;
}
