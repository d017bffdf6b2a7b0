export type SeedSettings = Readonly<{
  file: string;
  people: Readonly<{ seed: number; count: number; asOf: string }>;
}>;

/** The seed's settings from the environment. Throws one sentence that names the variable to set. */
export function readSeedSettings(environment: Readonly<Record<string, string | undefined>>): SeedSettings {
  const text = (name: string, looksLike: RegExp, example: string): string => {
    const value = environment[name] ?? '';
    if (!looksLike.test(value)) throw new Error(`Set ${name}, such as ${example}.`);
    return value;
  };
  return {
    file: text('ACCORD_AGENCY_FILE', /./, './wattle.db'),
    people: {
      seed: Number(text('ACCORD_PEOPLE_SEED', /^\d{1,15}$/, '1')),
      count: Number(text('ACCORD_PEOPLE_COUNT', /^\d{1,7}$/, '5000')),
      asOf: text('ACCORD_PEOPLE_AS_OF', /^\d{4}-\d{2}-\d{2}$/, '2026-11-22'),
    },
  };
}
