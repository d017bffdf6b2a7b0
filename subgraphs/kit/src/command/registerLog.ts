import { type Command, InvalidArgumentError } from 'commander';
import { isDay } from '../mapping/day.ts';
import { readRequests } from '../policy/readRequests.ts';
import { csvLine, kindsOf, requestColumns, requestRows } from '../policy/requestRows.ts';
import { InputFault } from './InputFault.ts';
import { settingOf } from './settingOf.ts';

type Given = Readonly<{ folder?: string; from?: string; to?: string; record?: string; format: string }>;

/** `accord-agency log export` and `log who`: the agency's own record of who asked for what. */
export function registerLog(program: Command): void {
  const log = program.command('log').description("show your own log of the hub's requests");
  const folder = ['--folder <folder>', 'folder of the log (default: ACCORD_REQUEST_LOG)'] as const;
  const from = ['--from <day>', 'first day, YYYY-MM-DD in UTC', dayGiven] as const;
  const to = ['--to <day>', 'last day, YYYY-MM-DD in UTC', dayGiven] as const;
  log
    .command('export')
    .summary('print the log as CSV or JSON lines')
    .description('print the log: a row for each record of a request (csv), or a line for each request (jsonl)')
    .option(...folder)
    .option(...from)
    .option(...to)
    .option('--record <number>', 'only this record, by your own number')
    .option('--format <format>', 'output format: csv or jsonl', formatGiven, 'csv')
    .action(async ({ folder, format, ...wanted }: Given) => {
      const { entries, unreadable } = await readRequests(folderOf(folder), wanted);
      if (format === 'csv') process.stdout.write(csvLine(requestColumns));
      for await (const entry of entries) {
        if (format === 'jsonl') process.stdout.write(`${JSON.stringify(entry)}\n`);
        else for (const row of requestRows(entry, wanted.record)) process.stdout.write(csvLine(row));
      }
      tellUnreadable(unreadable());
    });
  log
    .command('who <number>')
    .summary('print who was told what about one record')
    .description('print who was told what about one record, for the person who asks')
    .option(...folder)
    .option(...from)
    .option(...to)
    .action(async (number: string, { folder, ...wanted }: Given) => {
      const { entries, unreadable } = await readRequests(folderOf(folder), { ...wanted, record: number });
      let any = false;
      for await (const { at, requester, told } of entries) {
        const kinds = kindsOf(told, number);
        if (!requester || kinds === '') continue;
        any = true;
        const { user, role, agency, purpose } = requester;
        console.log(
          `${at}  ${plain(user)} (${plain(role)}) of ${plain(agency)}, for ${plain(purpose)}: ${plain(kinds)}`,
        );
      }
      if (!any) console.log(`Nothing of record ${plain(number)} was disclosed, as far back as this log goes.`);
      tellUnreadable(unreadable());
    });
}

function folderOf(given: string | undefined): string {
  const folder = given ?? settingOf('ACCORD_REQUEST_LOG');
  if (!folder)
    throw new InputFault('The folder of the log is not known. Name it with --folder, or set ACCORD_REQUEST_LOG.');
  return folder;
}

function dayGiven(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Use a day, YYYY-MM-DD.');
  return text;
}

function formatGiven(text: string): string {
  if (text !== 'csv' && text !== 'jsonl') throw new InvalidArgumentError('Use csv or jsonl.');
  return text;
}

/** Others' words on a terminal: what could move its cursor is not printed. */
const plain = (text: string): string => text.replaceAll(/\p{C}/gu, '?');

function tellUnreadable(lines: number): void {
  if (lines > 0)
    console.error(
      `${lines} ${lines === 1 ? 'line was' : 'lines were'} cut short when the program was killed, and left out of this output.`,
    );
}
