import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { useChange } from '../../graph/useChange.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { Checks } from '../../parts/Checks.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import { Radios } from '../../parts/Radios.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import { useSession } from '../../session/Session.tsx';
import { AllNamed } from './AllNamed.tsx';
import { EffectOf } from './EffectOf.tsx';
import { evidences } from './evidences.ts';
import {
  type ConsentEvidence,
  type ConsentNarrowing,
  type SharingConsentFragment,
  SharingEffectOfNarrowingDocument,
  SharingNarrowDocument,
  SharingNoticeDocument,
} from './generated/sharing.ts';
import styles from './sharing.module.css';
import type { Agencies } from './useAgencyNames.ts';

type Props = Readonly<{
  consent: SharingConsentFragment;
  agencies: Agencies;
  onDone: (sentence: string) => void;
}>;

/** Removes kinds of information or agencies from a consent. */
export function Narrow(props: Props) {
  const { t } = useTranslation('sharing');
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('narrow.word')}
      </Button>
      <Dialog
        title={t('narrow.title')}
        about={<AllNamed parts={props.consent.names} />}
        isOpen={isOpen}
        onClose={close}
      >
        <NarrowForm {...props} onClose={close} />
      </Dialog>
    </>
  );
}

function NarrowForm({ consent, agencies, onDone, onClose }: Props & Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation('sharing');
  const { t: frame } = useTranslation('frame');
  const { vocabulary } = useKnown();
  const { kind } = useTerms();
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [evidence, setEvidence] = useState<ConsentEvidence>('IN_PERSON');
  const isSelf = useSession().signed.role === 'CLIENT';
  const notice = useAsk(SharingNoticeDocument, { variables: { language: consent.language } });
  const version = notice.data?.consentNotice?.version ?? 'none';
  const narrowing = useMemo(
    (): ConsentNarrowing => ({
      id: consent.id,
      leaveOut: [
        ...(kinds.length > 0 ? [{ categories: kinds }] : []),
        ...(left.length > 0 ? [{ agencies: left }] : []),
      ],
      evidence,
      noticeVersion: version,
      language: consent.language,
    }),
    [consent, kinds, left, evidence, version],
  );
  const isEmpty = narrowing.leaveOut.length === 0;
  const effect = useAsk(SharingEffectOfNarrowingDocument, { variables: { narrowing }, skip: isEmpty });
  const { ask, asking, fault } = useChange(SharingNarrowDocument, { askAgain: ['SharingOnFile'] });
  const narrow = async () => {
    if (!(await ask({ narrowing }))) return;
    onClose();
    onDone(t('narrow.done'));
  };
  const codes = namedBy(consent, 'categories') ?? (vocabulary?.categories ?? []).map(({ code }) => code);
  const told = namedBy(consent, 'agencies');
  return (
    <>
      <p>{t('narrow.text')}</p>
      <Checks
        label={t('narrow.kinds')}
        inColumns
        choices={codes.map((code) => ({ id: code, label: kind(code) }))}
        value={kinds}
        onChange={setKinds}
      />
      <Checks
        label={t('narrow.agencies')}
        inColumns
        choices={agencies.filter(({ id }) => told?.includes(id) ?? true).map(({ id, name }) => ({ id, label: name }))}
        value={left}
        onChange={setLeft}
      />
      {!isSelf && (
        <Radios
          label={t('record.how.label')}
          choices={evidences.map((id) => ({ id, label: t(`evidence.${id}`) }))}
          value={evidence}
          onChange={setEvidence}
        />
      )}
      {!isEmpty && (
        <Answer of={effect} inForm>
          {({ narrowingEffect }) => <EffectOf effect={narrowingEffect} agencies={agencies} />}
        </Answer>
      )}
      <Faulted of={fault} />
      <div className={styles.buttons}>
        <Button kind="main" onPress={narrow} isDisabled={isEmpty || asking || notice.waiting}>
          {t('narrow.go')}
        </Button>
        <Button onPress={onClose}>{frame('cancel')}</Button>
      </div>
    </>
  );
}

/** What a consent names of one thing, across all its parts; null if any part means "any". */
function namedBy({ names }: SharingConsentFragment, what: 'categories' | 'agencies'): readonly string[] | null {
  if (names.some((part) => part[what] === null)) return null;
  return [...new Set(names.flatMap((part) => part[what] ?? []))];
}
