import { useTranslation } from 'react-i18next';
import { Badge } from '../../parts/Badge.tsx';
import type { AlertSeverity } from './generated/board.ts';

const tones = { CRITICAL: 'gravest', HIGH: 'grave', MEDIUM: 'care', LOW: 'plain' } as const;

/** How serious an alert is; renders nothing if that is withheld. */
export function SeverityBadge({ of }: Readonly<{ of: AlertSeverity | null }>) {
  const { t } = useTranslation('board');
  return of && <Badge tone={tones[of]}>{t(`severity.${of}`)}</Badge>;
}
