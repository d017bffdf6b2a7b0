import type { Command } from 'commander';
import { makeDoctorKey, readDoctorKey } from '../doctor/doctorKey.ts';
import { examine } from '../doctor/examine.ts';
import { writeReport } from '../doctor/writeReport.ts';
import { InputFault } from './InputFault.ts';

type Options = Readonly<{
  makeKey?: string;
  key?: string;
  agency?: string;
  records?: string;
  only?: string;
  deadline?: string;
  json?: boolean;
}>;

/** `accord-agency doctor URL`: is the agency fit to join? Exit code 0: every rule holds; 1: not; 2: nothing could be examined. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Examine a running agency in the hub’s place: does it keep to the contract, and refuse what it must?')
    .argument('[url]', 'address of the agency, such as http://127.0.0.1:4101')
    .option(
      '--make-key <file>',
      'make a key for the doctor, and say how to start a rehearsal of the agency that accepts it',
    )
    .option('--key <file>', 'the key that was made')
    .option('--agency <id>', 'the agency’s short name, where /health does not say it')
    .option('--records <numbers>', 'numbers of some records on file, such as 12,34 (otherwise 1 to 200 are tried)')
    .option('--only <rules>', 'keep to these rules or themes, such as guard,errors.large')
    .option('--deadline <ms>', 'how long the hub waits for an answer', '3000')
    .option('--json', 'the report as JSON')
    .action(async (url: string | undefined, options: Options) => {
      if (options.makeKey !== undefined) return makeKey(options.makeKey);
      if (url === undefined || options.key === undefined)
        throw new InputFault(
          'Say which agency, and with which key: accord-agency doctor http://127.0.0.1:4101 --key doctor-key.json. A key is made with --make-key doctor-key.json.',
        );
      const report = await examine({
        ...(await readDoctorKey(options.key)),
        ...{ url: addressIn(url), deadlineMs: millisecondsIn(options.deadline) },
        ...(options.agency !== undefined && { agency: options.agency }),
        ...(options.records !== undefined && { records: listIn(options.records) }),
        ...(options.only !== undefined && { only: listIn(options.only) }),
      });
      const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
      console.log(options.json ? JSON.stringify(report, undefined, 2) : writeReport(report, { colour }));
      process.exitCode = report.broken > 0 ? 1 : 0;
    });
}

async function makeKey(file: string): Promise<void> {
  const publicJwk = await makeDoctorKey(file);
  console.log(`Wrote ${file}; only you can read it. Start a rehearsal of your agency, on another port, as the hub of which the doctor stands:

ACCORD_HUB_KEY='${JSON.stringify(publicJwk)}'

Then: accord-agency doctor http://127.0.0.1:PORT --key ${file}
Give your real agency the hub's own key, never this one.`);
}

function addressIn(text: string): URL {
  try {
    const url = new URL(text);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  } catch {
    // told below
  }
  throw new InputFault(`"${text}" is no address of an agency; one looks like http://127.0.0.1:4101.`);
}

function millisecondsIn(text = ''): number {
  const milliseconds = Number(text);
  if (Number.isInteger(milliseconds) && milliseconds > 0) return milliseconds;
  throw new InputFault(`--deadline is "${text}"; it takes milliseconds, such as 3000.`);
}

const listIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
