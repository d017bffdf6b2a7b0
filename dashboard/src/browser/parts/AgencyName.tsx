import { useTranslation } from 'react-i18next';

type Props = Readonly<{ of: Readonly<{ name: string }> | null | undefined }>;

/** An agency by its name; "another service" where its name is not told. */
export function AgencyName({ of }: Props) {
  const { t } = useTranslation('frame');
  return <bdi>{of?.name ?? t('unknownAgency')}</bdi>;
}
