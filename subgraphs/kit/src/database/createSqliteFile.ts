import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputFault } from '../command/InputFault.ts';

/** Makes a SQLite file and runs a script in it. Throws an `InputFault` where the file is there already, or cannot be made. */
export async function createSqliteFile(file: string, script: string): Promise<void> {
  if (existsSync(file)) throw new InputFault(`${file} already exists and was left as it is. Name another file.`);
  const connection = await connected(file);
  try {
    await connection.executeScript(script);
  } finally {
    await connection.dispose();
  }
}

async function connected(file: string) {
  const { PrismaLibSql } = await import('@prisma/adapter-libsql');
  try {
    return await new PrismaLibSql({ url: pathToFileURL(resolve(file)).href }).connect();
  } catch (error) {
    throw new InputFault(
      `${file} cannot be created. Check that its folder exists and that this user can write there.`,
      {
        cause: error,
      },
    );
  }
}
