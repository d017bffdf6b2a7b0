export type SeedSettings = Readonly<{
  adminUrl: string;
  readerPassword: string;
  people: Readonly<{ seed: number; count: number; asOf: string }>;
}>;

/** The seed's settings from the environment. Throws one sentence that names the variable to set. */
export function readSeedSettings(environment: Readonly<Record<string, string | undefined>>): SeedSettings {
  const text = (name: string, looksLike: RegExp, example: string): string => {
    const value = environment[name] ?? '';
    if (!looksLike.test(value)) throw new Error(`Set ${name}, such as ${example}.`);
    return value;
  };
  const adminUrl = text('ACCORD_ADMIN_URL', /^postgres(ql)?:\/\/./, 'postgresql://postgres:…@127.0.0.1:5433/postgres');
  if (!URL.canParse(adminUrl))
    throw new Error('ACCORD_ADMIN_URL is not a URL; encode special characters in its password.');
  return {
    adminUrl,
    readerPassword: text('ACCORD_READER_PASSWORD', /./, 'a long random word'),
    people: {
      seed: Number(text('ACCORD_PEOPLE_SEED', /^\d{1,15}$/, '1')),
      count: Number(text('ACCORD_PEOPLE_COUNT', /^\d{1,7}$/, '5000')),
      asOf: text('ACCORD_PEOPLE_AS_OF', /^\d{4}-\d{2}-\d{2}$/, '2026-11-22'),
    },
  };
}
