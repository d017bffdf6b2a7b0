import { Check } from 'lucide-react';
import { Checkbox, CheckboxGroup, FieldError, Label, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import choices from '../../../parts/Choices.module.css';
import { useTerms } from '../../../parts/useTerms.ts';
import styles from '../sharing.module.css';
import { type Kind, kindsWith } from './kindsWith.ts';

type Props = Readonly<{
  label: string;
  value: readonly string[];
  onChange: (kinds: readonly string[]) => void;
  /** A refusal of a wider kind also refuses the sensitive kinds in it; a consent does not open them. */
  refuse: boolean;
  fault?: string;
}>;

/** Kinds of information as a tree: what a wider kind includes is shown as ticked, and what it does not include is pointed out. */
export function KindTree({ label, value, onChange, refuse, fault }: Props) {
  const { t } = useTranslation('sharing');
  const kinds = useKnown().vocabulary?.categories ?? [];
  const ticked = kindsWith(value, kinds, refuse);
  const implied = ticked.filter((code) => !value.includes(code));
  return (
    <CheckboxGroup
      value={[...ticked]}
      onChange={(now) => onChange(now.filter((code) => !implied.includes(code)))}
      isInvalid={fault !== undefined}
      className={`on-screen ${choices.group}`}
    >
      <Label className={choices.legend ?? ''}>{label}</Label>
      <Text slot="description" className={choices.hint ?? ''}>
        {t(refuse ? 'record.kinds.hintNo' : 'record.kinds.hint')}
      </Text>
      <KindList of={null} kinds={kinds} implied={implied} refuse={refuse} />
      <FieldError className={choices.fault ?? ''}>{fault}</FieldError>
    </CheckboxGroup>
  );
}

type ListProps = Readonly<{
  of: string | null;
  kinds: readonly Kind[];
  implied: readonly string[];
  refuse: boolean;
}>;

function KindList({ of, kinds, implied, refuse }: ListProps) {
  const { t } = useTranslation('sharing');
  const { kind } = useTerms();
  const mine = kinds.filter(({ parent }) => parent === of);
  if (mine.length === 0) return null;
  return (
    <ul className={styles.tree}>
      {mine.map(({ code, sensitive }) => (
        <li key={code}>
          <Checkbox value={code} isDisabled={implied.includes(code)} className={choices.choice ?? ''}>
            <span className={choices.square} aria-hidden>
              <Check size={16} strokeWidth={3} />
            </span>
            <span>
              {kind(code)}{' '}
              {sensitive && <small>{t(refuse ? 'record.kinds.sensitiveNo' : 'record.kinds.sensitive')}</small>}
            </span>
          </Checkbox>
          <KindList of={code} kinds={kinds} implied={implied} refuse={refuse} />
        </li>
      ))}
    </ul>
  );
}
