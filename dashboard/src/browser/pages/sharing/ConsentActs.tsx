import type { SharingConsentFragment } from './generated/sharing.ts';
import { Narrow } from './Narrow.tsx';
import styles from './sharing.module.css';
import type { Agencies } from './useAgencyNames.ts';
import { Withdraw } from './Withdraw.tsx';

type Props = Readonly<{
  consent: SharingConsentFragment;
  agencies: Agencies;
  onDone: (sentence: string) => void;
  mayDo: readonly string[];
}>;

/** The actions on a consent that holds: withdraw it or, if it is a yes, narrow it. */
export const ConsentActs = ({ mayDo, ...consent }: Props) => (
  <div className={styles.buttons}>
    {mayDo.includes('withdrawConsent') && <Withdraw {...consent} />}
    {mayDo.includes('narrowConsent') && consent.consent.status !== 'REFUSED' && <Narrow {...consent} />}
  </div>
);
