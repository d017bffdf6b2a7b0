/**
 * Turns what a PostgreSQL program said before it gave up into one sentence.
 *
 * The programs run with `LC_MESSAGES=C`, so their words are the ones below whatever the machine's language is.
 */
export function whyServerFailed(said: string, at: Readonly<{ dir: string; port: number }>): string {
  const known = causes.find((cause) => cause.words.test(said));
  if (known) return known.sentence(at, said);
  const lines = said.trim().split('\n');
  const line = lines.filter((each) => /FATAL|PANIC|error/i.test(each)).at(-1) ?? lines.at(-1) ?? '';
  return `PostgreSQL did not start on ${at.dir}: ${line.replace(/^.*?(FATAL|PANIC|error):\s*/i, '').trim() || 'it gave no reason'}.`;
}

type Cause = Readonly<{
  words: RegExp;
  sentence: (at: Readonly<{ dir: string; port: number }>, said: string) => string;
}>;

const causes: readonly Cause[] = [
  {
    words: /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/,
    sentence: ({ dir }) =>
      `The disk that holds ${dir} is full, so PostgreSQL cannot start. Free some space and start again.`,
  },
  {
    words: /could not bind IPv4 address|Address already in use/,
    sentence: ({ port }) =>
      `Port ${port} on 127.0.0.1 is already in use. Stop the program that listens there, or choose another port.`,
  },
  {
    words: /lock file "postmaster\.pid" already exists|pre-existing shared memory block .* is still in use/,
    sentence: ({ dir }) =>
      `The data folder ${dir} is in use by a PostgreSQL that is still running. Stop that hub first, or give this one another folder.`,
  },
  {
    words: /initialized by PostgreSQL version (\d+)/,
    sentence: ({ dir }, said) =>
      `The data folder ${dir} was created by PostgreSQL ${/initialized by PostgreSQL version (\d+)/.exec(said)?.[1] ?? '?'}, which this version cannot read. Move its contents with pg_dump and pg_restore, or give another folder.`,
  },
  {
    words: /exists but is not empty/,
    sentence: ({ dir }) =>
      `The folder ${dir} holds other files, so no database is created in it. Give an empty or a new folder.`,
  },
  {
    words: /[Pp]ermission denied|invalid permissions|has wrong ownership/,
    sentence: ({ dir }) =>
      `PostgreSQL may not read and write ${dir}. Make the folder belong to the user who runs the hub, readable by that user alone.`,
  },
  {
    words:
      /PANIC|checkpoint record|pg_control|control file|is not a valid data directory|database files are incompatible|postgresql\.conf|pg_hba\.conf|global\/pg_filenode|could not open directory "pg_|is missing|invalid data/,
    sentence: ({ dir }, said) =>
      `The data folder ${dir} is damaged (${firstComplaint(said)}). Restore it from a backup, or move it away to start with an empty one.`,
  },
  {
    words: /could not create shared memory|could not resize shared memory/,
    sentence: () =>
      'This machine has too little shared memory left for PostgreSQL. Stop another program, or enlarge /dev/shm.',
  },
];

function firstComplaint(said: string): string {
  const line = said.split('\n').find((each) => /FATAL|PANIC/.test(each)) ?? said.trim().split('\n')[0] ?? '';
  return line.replace(/^.*?(FATAL|PANIC):\s*/, '').trim();
}
