/** Maximum connections to PostgreSQL from one process of the hub. */
export const connectionsOfProcess = 10;

/** Maximum connections for the hub's own PostgreSQL: enough for this many processes, and some for everything else. */
export const databaseConnections = (processes: number): number => Math.max(100, processes * connectionsOfProcess + 40);
