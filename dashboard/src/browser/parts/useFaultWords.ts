import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphFault } from '../graph/GraphFault.ts';
import { type HubWords, useHubWords } from './useHubWords.ts';

const own = ['OFFLINE', 'UNREADABLE', 'HUB_BUSY', 'TOKEN_REFUSED', 'ROLE_REFUSED', 'RATE_LIMITED'] as const;

/**
 * Puts an error into plain words: ours for the common codes, else the hub's own sentence, which may be shown. It is in English if
 * we have no translation.
 */
export function useFaultWords(): (fault: GraphFault) => HubWords {
  const { t } = useTranslation('frame');
  const fromHub = useHubWords();
  return useCallback(
    ({ code, message }) => {
      const known = own.find((one) => one === code);
      if (known) return { label: t(`faults.${known}`) };
      return message ? fromHub(message) : { label: t('faults.UNREADABLE') };
    },
    [t, fromHub],
  );
}
