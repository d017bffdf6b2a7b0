import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphFault } from '../graph/GraphFault.ts';
import { type HubWords, useHubWords } from './useHubWords.ts';

const own = ['OFFLINE', 'UNREADABLE', 'HUB_BUSY', 'TOKEN_REFUSED', 'ROLE_REFUSED', 'RATE_LIMITED'] as const;

/**
 * What went wrong in plain words: our own for the common codes, else the hub's own sentence, which may be shown, in English where we have
 * no translation of it.
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
