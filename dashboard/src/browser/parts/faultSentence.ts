import type { useTranslation } from 'react-i18next';
import type { GraphFault } from '../graph/GraphFault.ts';

type Translate = ReturnType<typeof useTranslation<'frame'>>['t'];

const own = ['OFFLINE', 'UNREADABLE', 'HUB_BUSY', 'TOKEN_REFUSED', 'ROLE_REFUSED', 'RATE_LIMITED'] as const;

/** What went wrong in plain words: our own for the common codes, else the hub's own sentence, which may be shown. */
export function faultSentence({ code, message }: GraphFault, t: Translate): string {
  const known = own.find((one) => one === code);
  return known ? t(`faults.${known}`) : message || t('faults.UNREADABLE');
}
