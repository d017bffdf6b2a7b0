import type { Progress } from './syncAgency.ts';

const width = 30;

/** Shows a progress bar on standard error if that is a terminal; otherwise nothing. */
export function showProgress(agency: string, out: NodeJS.WriteStream = process.stderr): Progress {
  if (!out.isTTY) return () => {};
  return (looked, of) => {
    const part = of === null || of === 0 ? null : Math.min(1, looked / of);
    const bar =
      part === null ? '' : ` [${'#'.repeat(Math.round(part * width)).padEnd(width)}] ${Math.round(part * 100)} %`;
    out.write(`\r${agency}:${bar} ${looked.toLocaleString('en-AU')} records${part === 1 ? '\n' : ''}`);
  };
}
