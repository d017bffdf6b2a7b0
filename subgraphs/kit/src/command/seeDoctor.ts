import { makeDoctorKey, readDoctorKey } from '../doctor/doctorKey.ts';
import { examine } from '../doctor/examine.ts';
import { writeReport } from '../doctor/writeReport.ts';
import { InputFault } from './InputFault.ts';

export type DoctorOptions = Readonly<{
  makeKey?: string;
  key?: string;
  agency?: string;
  records?: string;
  only?: string;
  deadline?: string;
  json?: boolean;
}>;

/** Examines the agency and prints the report, or makes the key for it. Throws an `InputFault` where nothing could be examined. */
export async function seeDoctor(url: string | undefined, options: DoctorOptions): Promise<void> {
  if (options.makeKey !== undefined) return makeKey(options.makeKey);
  if (url === undefined || options.key === undefined)
    throw new InputFault(
      'Name the agency and the key: accord-agency doctor http://127.0.0.1:4101 --key doctor-key.json. To make the key: accord-agency doctor --make-key doctor-key.json.',
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
}

async function makeKey(file: string): Promise<void> {
  const publicJwk = await makeDoctorKey(file);
  console.log(`Created ${file}; only you can read it. Start a rehearsal of your agency on another port, with the doctor's key as its hub's:

ACCORD_HUB_KEY='${JSON.stringify(publicJwk)}'

Then run: accord-agency doctor http://127.0.0.1:PORT --key ${file}
Your real agency keeps the hub's own key. Never give it this one.`);
}

function addressIn(text: string): URL {
  try {
    const url = new URL(text);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  } catch {
    // told below
  }
  throw new InputFault(`"${text}" is not the address of an agency. Use one such as http://127.0.0.1:4101.`);
}

function millisecondsIn(text = ''): number {
  const milliseconds = Number(text);
  if (Number.isInteger(milliseconds) && milliseconds > 0) return milliseconds;
  throw new InputFault(`--deadline is "${text}". Use milliseconds, such as 3000.`);
}

const listIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
