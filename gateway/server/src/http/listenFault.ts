import { errorCode } from '../postgres/errorCode.ts';
import { StartFault } from '../postgres/StartFault.ts';

/** Where something was to listen, and the names of the settings that say so. */
export type Place = Readonly<{ host: string; port: number; named: Readonly<{ host: string; port: string }> }>;

/** Returns why nothing can listen there, in one sentence; undefined if the error is about something else. */
export function listenFault({ host, port, named }: Place, error: unknown): StartFault | undefined {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartFault(
        `Port ${port} is in use by another program. Stop that program, or set ${named.port} to a free port.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartFault(
        `${named.host} is "${host}", which is not an address of this machine. Set it to one that is, or to 0.0.0.0 for all of them.`,
      );
    case 'EACCES':
      return new StartFault(`This user may not listen on port ${port}. Set ${named.port} to a port above 1023.`);
    default:
      return undefined;
  }
}
