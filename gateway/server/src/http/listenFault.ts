import { errorCode } from '../postgres/errorCode.ts';
import { StartFault } from '../postgres/StartFault.ts';

/** Where somebody was to listen, and what the two settings that say so begin with. */
export type Place = Readonly<{ host: string; port: number; settings: 'ACCORD' | 'ACCORD_METRICS' }>;

/** Why nobody can listen there, in one sentence; undefined where it is something else. */
export function listenFault({ host, port, settings }: Place, error: unknown): StartFault | undefined {
  const [hostSetting, portSetting] = [`${settings}_HOST`, `${settings}_PORT`];
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartFault(
        `Port ${port} is in use by another program. Stop that program, or set ${portSetting} to a free port.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartFault(
        `${hostSetting} is "${host}", which is no address of this machine. Set it to one that is, or to 0.0.0.0 for all of them.`,
      );
    case 'EACCES':
      return new StartFault(`This user may not listen on port ${port}. Set ${portSetting} to one above 1023.`);
    default:
      return undefined;
  }
}
