import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type Engine, engines, written } from '../database/Catalogue.ts';
import { sqlitePath } from '../database/readOnlyUrl.ts';
import { type DraftAgency, draftAgency, proposalJson } from '../init/draftAgency.ts';
import { percent } from '../init/MappingText.ts';
import { placedIn } from '../init/writePlaces.ts';
import type { DraftFile } from '../init/writeProject.ts';
import { InputFault } from './InputFault.ts';

export type InitOptions = Readonly<
  Partial<Record<'engine' | 'url' | 'out' | 'schemas' | 'id' | 'name', string>> & { force?: boolean; json?: boolean }
>;

type Answers = Readonly<{ engine: Engine; url: string; id: string; name: string }>;

/** Reads a database, and writes or prints what is proposed. Throws an `InputFault` where something is not said, or files are there already. */
export async function proposeAgency(options: InitOptions): Promise<void> {
  const given = await answersOf(options);
  const schemas = (options.schemas ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const draft = await draftAgency(given, schemas);
  if (options.json) return console.log(proposalJson(given.engine, draft));
  const folder = resolve(options.out ?? given.id);
  await writeAll(folder, draft.files, options.force === true);
  tell(draft);
  tellNext(folder, draft);
}

/** What was not said as a flag is asked where somebody sits there; otherwise the flag is named. */
async function answersOf(options: InitOptions): Promise<Answers> {
  const engine = engineIn(options.engine ?? engineOf(options.url ?? '') ?? (await asked('--engine', askEngine)));
  const url = options.url ?? (process.env.DATABASE_URL || (await asked('--url', () => askUrl(engine))));
  const id =
    options.id ??
    (options.json ? 'agency' : await asked('--id', () => askText('Short name of your agency', 'river-house')));
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(id))
    throw new InputFault(
      `--id is "${id}". Use lower-case letters, digits and hyphens, such as river-house, starting with a letter, 31 characters at most.`,
    );
  // The program that comes out stands in a folder of its own, so a file is named from the root.
  return { engine, url: engine === 'sqlite' ? `file:${sqlitePath(url)}` : url, id, name: options.name ?? id };
}

const engineOf = (url: string): string | undefined =>
  /^(postgresql|postgres|mysql|mariadb|sqlserver|file|sqlite):/.exec(url)?.[1];

function engineIn(word: string): Engine {
  const other: Readonly<Record<string, Engine>> = {
    postgres: 'postgresql',
    mariadb: 'mysql',
    file: 'sqlite',
    mssql: 'sqlserver',
  };
  const engine = engines.find((one) => one === word) ?? other[word];
  if (!engine)
    throw new InputFault(
      `--engine is "${word}". Use one of ${engines.join(', ')}. For CSV extracts and FHIR servers, write the mapping yourself: see "Other kinds of systems" in the guide.`,
    );
  return engine;
}

async function asked(flag: string, ask: () => Promise<string>): Promise<string> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new InputFault(
      `${flag} is missing, and there is no terminal to ask for it on. See "accord-agency init --help".`,
    );
  try {
    return await ask();
  } catch (error) {
    // Ctrl-C at a question.
    if (error instanceof Error && error.name === 'ExitPromptError') throw new InputFault('Nothing was written.');
    throw error;
  }
}

async function askEngine(): Promise<string> {
  const { select } = await import('@inquirer/prompts');
  const choices = [
    { name: 'PostgreSQL', value: 'postgresql' },
    { name: 'MySQL or MariaDB', value: 'mysql' },
    { name: 'SQLite', value: 'sqlite' },
    { name: 'SQL Server', value: 'sqlserver' },
  ];
  return await select({ message: 'What kind of database do you have?', choices });
}

/** The password is asked apart, so that it is not seen on the screen. */
async function askUrl(engine: Engine): Promise<string> {
  if (engine === 'sqlite') return await askText('Path of the SQLite file', 'records.db');
  if (engine === 'sqlserver')
    return await askText(
      'Connection string',
      'sqlserver://host:1433;database=records;user=reader;password=…;encrypt=true',
    );
  const text = await askText('Connection URL, without the password', `${engine}://reader@host/database`);
  const { password } = await import('@inquirer/prompts');
  const secret = await password({ message: 'Password (leave empty if there is none)', mask: true });
  if (secret === '' || !URL.canParse(text)) return text;
  const url = new URL(text);
  url.password = encodeURIComponent(secret);
  return url.href;
}

async function askText(message: string, example: string): Promise<string> {
  const { input } = await import('@inquirer/prompts');
  return await input({ message: `${message} (such as ${example})`, required: true });
}

/** All of the files, or none: one that is there stops the whole unless it may be replaced. A secret is never readable by others. */
async function writeAll(folder: string, files: readonly DraftFile[], force: boolean): Promise<void> {
  const present: string[] = [];
  for (const { path } of files) if (await stat(join(folder, path)).catch(() => null)) present.push(path);
  if (present.length > 0 && !force)
    throw new InputFault(
      `${relative('.', folder) || '.'} already has ${present.slice(0, 3).join(', ')}${present.length > 3 ? ' …' : ''}. Nothing was written. Name another folder with --out, or replace the files with --force.`,
    );
  for (const { path, text, secret } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { mode: secret ? 0o600 : 0o644 });
    if (secret) await chmod(file, 0o600); // where it was there before
  }
}

function tell({ catalogue, proposal, warnings }: DraftAgency): void {
  const count = catalogue.tables.length;
  console.log(
    `${catalogue.server}: ${count} ${count === 1 ? 'table' : 'tables and views'} read (only names, keys and the look of a few rows).`,
  );
  for (const warning of warnings) console.log(`! ${warning}`);
  console.log('');
  const width = Math.max(...placedIn(proposal).map(({ table }) => written(table).length), 10);
  for (const guess of placedIn(proposal))
    console.log(
      `${guess.as.padEnd(9)} ${written(guess.table).padEnd(width)} ${percent(guess).padStart(5)}  ${guess.reasons.slice(0, 3).join('; ')}`,
    );
  for (const remark of proposal.remarks) console.log(`- ${remark}`);
  console.log(
    `${proposal.codes.length} code lists found; ${proposal.unplaced.length} tables not placed (see MAPPING.md).`,
  );
}

function tellNext(folder: string, { files, proposal }: DraftAgency): void {
  const where = relative('.', folder) || '.';
  console.log(`\nWritten to ${where}: ${files.map(({ path }) => path).join(', ')}.`);
  if (!proposal.people) {
    console.log(
      'No mapping was written, because no table looks like people. Write src/agency.ts yourself; prisma/schema.prisma is there to start from.',
    );
    return;
  }
  console.log(`\nNext:\n  cd ${where}\n  npm install && npm run build\n  npx accord-agency check`);
}
