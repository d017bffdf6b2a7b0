import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/Facts.tsx';
import { Several } from '../../parts/Several.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import type { SharingPartFragment } from './generated/sharing.ts';
import { type Agencies, useAgencyNames } from './useAgencyNames.ts';

type Props = Readonly<{
  part: SharingPartFragment;
  agencies: Agencies;
  /** True for a refusal: the part says who may not see the information. */
  refuses?: boolean;
  /** True: what is shared is already listed above. */
  withoutKinds?: boolean;
}>;

/** Who may see the information, for what purpose, what it is, and from whose records. */
export function PartFacts({ part, agencies, refuses = false, withoutKinds = false }: Props) {
  const { t } = useTranslation('sharing');
  const { kind, purpose } = useTerms();
  const named = useAgencyNames(agencies);
  const { users, purposes, categories, sources } = part;
  return (
    <Facts
      of={[
        {
          word: t(refuses ? 'part.whoNot' : 'part.who'),
          is: part.agencies ? named(part.agencies) : t(refuses ? 'part.noAgency' : 'part.anyAgency'),
        },
        { word: t('part.users'), is: users && <Several of={users} /> },
        { word: t('part.purposes'), is: purposes ? <Several of={purposes.map(purpose)} /> : t('part.anyPurpose') },
        {
          word: t(refuses ? 'part.kindsNot' : 'part.kinds'),
          is: withoutKinds ? null : categories ? <Several of={categories.map(kind)} /> : t('part.everyKind'),
        },
        { word: t('part.sources'), is: sources ? named(sources) : t('part.anySource') },
      ]}
    />
  );
}
