import { join } from 'node:path';
import type { Embedded } from '@accord/server/postgres/embedded';
import { StartFault } from '@accord/server/postgres/StartFault';
import type { DemoSecrets } from './DemoFolder.ts';
import type { DemoAgency } from './demoAgencies.ts';

/** The environment of an agency's programs. Each gets its own secrets, and only the hub's public key. */
export function environmentOf(
  agency: DemoAgency,
  secrets: DemoSecrets,
  postgres: Pick<Embedded, 'url' | 'adminUrl'>,
  folder: string,
  hubPort: number,
) {
  const { privateKey, readerPassword } = secretsOf(agency.id, secrets);
  const { d: _private, ...hubKey } = secrets.hub.permit;
  const file = join(folder, `${agency.id}.sqlite`);
  const reader = new URL(postgres.url(agency.id));
  reader.username = `${agency.id}_reader`;
  reader.password = readerPassword;
  return {
    ACCORD_PORT: String(agency.port),
    ACCORD_HUB_KEY: JSON.stringify(hubKey),
    ACCORD_HUB_URL: `http://127.0.0.1:${hubPort}`,
    ACCORD_LINKAGE_SECRET: secrets.linkageSecret,
    ACCORD_AGENCY_KEY: JSON.stringify(privateKey),
    ACCORD_READER_PASSWORD: readerPassword,
    ACCORD_PEOPLE_SEED: String(secrets.people.seed),
    ACCORD_PEOPLE_COUNT: String(secrets.people.count),
    ACCORD_PEOPLE_AS_OF: secrets.people.asOf,
    ACCORD_AUDIT: join(folder, 'audit', agency.id),
    ACCORD_OWN_BOOK: join(folder, `${agency.id}.book`),
    ...(agency.engine === 'postgresql'
      ? { ACCORD_ADMIN_URL: postgres.adminUrl, DATABASE_URL: reader.href }
      : { ACCORD_AGENCY_FILE: file, DATABASE_URL: `file:${file}` }),
  };
}

/** An agency's own secrets. Throws a `StartFault` if the demonstration was made before there was such an agency. */
export function secretsOf(agency: string, { agencies }: DemoSecrets): DemoSecrets['agencies'][string] {
  const secrets = agencies[agency];
  if (!secrets)
    throw new StartFault(
      `This demonstration was made without "${agency}". Delete it with "npm run demo:reset", then run "npm start".`,
    );
  return secrets;
}
