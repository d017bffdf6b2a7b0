import { type Ask, contractBytes } from '../../agencies/Ask.ts';
import type { Connection } from './Connection.ts';

/** The way to inspect an agency over the connection that it dialled. */
export function askOverConnection(agency: string, connection: Connection): Ask {
  const name = `The program connected as "${agency}"`;
  return {
    name,
    async contract(deadlineMs) {
      const came = await connection.read('/contract', deadlineMs);
      if (came.kind === 'ANSWERED') return came.body.length > contractBytes ? { ...came, body: '' } : came;
      return {
        kind: 'AWAY',
        why:
          came.kind === 'TIMED_OUT'
            ? `${name} did not send its contract within ${deadlineMs / 1_000} seconds.`
            : `${name} did not send its contract.`,
      };
    },
    async send(message) {
      const came = await connection.send(message);
      return came.kind === 'NOT_TAKEN' ? { kind: 'UNREACHABLE' } : came;
    },
  };
}
