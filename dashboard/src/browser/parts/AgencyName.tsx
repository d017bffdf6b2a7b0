import { useTranslation } from 'react-i18next';

type Props = Readonly<{ of: Readonly<{ name: string }> | null | undefined }>;

/** An agency's name; "another service" if the name is withheld. */
export function AgencyName({ of }: Props) {
  const { t } = useTranslation('frame');
  return <bdi>{of?.name ?? t('unknownAgency')}</bdi>;
}
