import { useTranslation } from 'react-i18next';
import { Page } from '../../../frame/Page.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Card } from '../../../parts/Card.tsx';
import { Faulty } from '../../../parts/Faulty.tsx';
import { Radios } from '../../../parts/Radios.tsx';
import { useTerms } from '../../../parts/useTerms.ts';
import { useTried } from '../../../parts/useTried.ts';
import type { ConsentInput } from '../generated/sharing.ts';
import styles from '../sharing.module.css';
import { Titled } from '../Titled.tsx';
import type { Agencies } from '../useAgencyNames.ts';
import type { Draft, Missing } from './draft.ts';
import { EffectPreview } from './EffectPreview.tsx';
import { EndField } from './EndField.tsx';
import { HowGiven } from './HowGiven.tsx';
import { KindTree } from './KindTree.tsx';
import { type Agreed, NoticeCard } from './NoticeCard.tsx';
import { offeredPurposes } from './offeredPurposes.ts';
import type { SharingClient } from './RecordConsent.tsx';
import { Replaces } from './Replaces.tsx';
import { SomeOrAny } from './SomeOrAny.tsx';
import { WhoGives } from './WhoGives.tsx';

export type FormProps = Readonly<{
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  /** The error for a part; `undefined` until somebody tries to go on. */
  faultOf: (part: Missing) => string | undefined;
}>;

type Props = Readonly<{
  draft: Draft;
  client: SharingClient;
  agencies: Agencies;
  agreed: Agreed | null;
  input: ConsentInput;
  missing: readonly Missing[];
  isSelf: boolean;
  onChange: (part: Partial<Draft>) => void;
  onRead: () => void;
  onEnd: () => void;
}>;

/** The whole form for a consent or refusal, and what it would change. */
export function ConsentForm({ draft, client, agencies, agreed, input, missing, isSelf, ...acts }: Props) {
  const { t } = useTranslation(['sharing', 'frame']);
  const { purpose } = useTerms();
  const [tried, setTried] = useTried();
  const { onChange } = acts;
  const faultOf = (part: Missing) => (tried && missing.includes(part) ? t(`record.faults.${say(part)}`) : undefined);
  const form: FormProps = { draft, onChange, faultOf };
  const faulty = (part: Missing) => ({ ...(faultOf(part) && { fault: faultOf(part) ?? '' }) });
  const named = agencies.map(({ id, name }) => ({ id, label: name }));
  const no = draft.refuse === true;
  const read = () => (missing.length > 0 ? setTried(true) : acts.onRead());
  return (
    <Page
      title={<Titled title={t('record.title')} of={client.name} />}
      lead={t(isSelf ? 'record.leadSelf' : 'record.lead')}
    >
      <NoticeCard {...form} agreed={agreed} isSelf={isSelf} />
      <Card title={t('record.answer.title')}>
        {!isSelf && <WhoGives {...form} proxies={client.proxies ?? []} />}
        <Radios
          label={t('record.answer.label')}
          choices={[
            { id: 'yes', label: t('record.answer.yes') },
            { id: 'no', label: t('record.answer.no') },
          ]}
          value={draft.refuse === null ? null : no ? 'no' : 'yes'}
          onChange={(answer) => onChange({ refuse: answer === 'no' })}
          {...faulty('refuse')}
        />
      </Card>
      <Card title={t('record.who.title')}>
        <SomeOrAny
          label={t(no ? 'record.who.labelNo' : 'record.who.label')}
          some={t('record.who.some')}
          any={t('record.who.any')}
          which={t('record.which')}
          choices={named}
          value={draft.agencies}
          onChange={(chosen) => onChange({ agencies: chosen })}
          {...faulty('agencies')}
        />
        <SomeOrAny
          label={t('record.purposes.label')}
          some={t('record.purposes.some')}
          any={t('record.purposes.any')}
          which={t('record.which')}
          choices={offeredPurposes.map((code) => ({ id: code, label: purpose(code) }))}
          value={draft.purposes}
          onChange={(chosen) => onChange({ purposes: chosen })}
          {...faulty('purposes')}
        />
      </Card>
      <Card title={t('record.kinds.title')}>
        <SomeOrAny
          label={t(no ? 'record.kinds.labelNo' : 'record.kinds.label')}
          some={t('record.kinds.some')}
          any={t(no ? 'record.kinds.anyNo' : 'record.kinds.any')}
          which={t('record.which')}
          choices={[]}
          value={draft.kinds}
          onChange={(chosen) => onChange({ kinds: chosen })}
        >
          <KindTree
            label={t('record.which')}
            value={draft.kinds.ids}
            onChange={(ids) => onChange({ kinds: { any: false, ids } })}
            refuse={no}
            {...faulty('kinds')}
          />
        </SomeOrAny>
        <SomeOrAny
          label={t('record.sources.label')}
          some={t('record.sources.some')}
          any={t('record.sources.any')}
          which={t('record.which')}
          choices={named}
          value={draft.sources}
          onChange={(chosen) => onChange({ sources: chosen })}
          {...faulty('sources')}
        />
      </Card>
      <Card title={t('record.end.title')}>
        <EndField {...form} />
        <Replaces {...form} consents={client.consents} />
      </Card>
      <Card title={t('record.how.title')}>
        <HowGiven {...form} isSelf={isSelf} />
      </Card>
      <Card title={t('effect.title')}>
        <EffectPreview input={input} isWhole={missing.length === 0} agencies={agencies} />
      </Card>
      {tried && missing.length > 0 && <Faulty sentence={t('record.faults.all')} />}
      <div className={styles.buttons}>
        <Button kind="main" onPress={read}>
          {t('record.read')}
        </Button>
        <Button onPress={acts.onEnd}>{t('frame:cancel')}</Button>
      </div>
    </Page>
  );
}

const lists = ['agencies', 'purposes', 'kinds', 'sources', 'language', 'notice', 'refuse', 'end'] as const;

/** The key of the sentence that says a part is missing. */
const say = (part: Missing): (typeof lists)[number] => lists.find((one) => one === part) ?? 'refuse';
