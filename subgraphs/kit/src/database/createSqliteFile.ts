import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputFault } from '../command/InputFault.ts';

/** Makes a SQLite file and runs a script in it. Throws an `InputFault` where the file is there already. */
export async function createSqliteFile(file: string, script: string): Promise<void> {
  if (existsSync(file)) throw new InputFault(`${file} is there already; it is left as it is. Name another file.`);
  const { PrismaLibSql } = await import('@prisma/adapter-libsql');
  const connection = await new PrismaLibSql({ url: pathToFileURL(resolve(file)).href }).connect();
  try {
    await connection.executeScript(script);
  } finally {
    await connection.dispose();
  }
}
