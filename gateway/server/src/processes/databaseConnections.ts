/** Connections to PostgreSQL of one process of the hub, at most. */
export const connectionsOfProcess = 10;

/** Connections that a PostgreSQL of the hub's own takes at most: those of so many processes, and some for everybody else. */
export const databaseConnections = (processes: number): number => Math.max(100, processes * connectionsOfProcess + 40);
