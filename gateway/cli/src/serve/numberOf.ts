import { StartFault } from '@accord/server/postgres/StartFault';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A whole number from the environment, or `usual` if it is not set. Throws a `StartFault` if it is not from 1 to `most`. */
export function numberOf(env: Environment, name: string, usual: number, most: number): number {
  const text = env[name];
  const number = text === undefined ? usual : Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new StartFault(`${name} is "${text}". Set it to a whole number from 1 to ${most}.`);
  return number;
}
