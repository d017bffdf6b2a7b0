import { isRole } from '@accord/contract/roles';
import { useTranslation } from 'react-i18next';

/** A worker's role: translated if it is one of the hub's, else as the agency wrote it. */
export function RoleWord({ of }: Readonly<{ of: string }>) {
  const { t } = useTranslation('frame');
  return <>{isRole(of) ? t(`roles.${of}`) : of}</>;
}
