import { schemaFault } from '../check/schemaFault.ts';
import { InputFault } from '../command/InputFault.ts';
import { knownConnectionFault } from '../database/connectionFault.ts';
import { engineOf } from '../database/engineOf.ts';
import { ExtractFault } from '../source/csv/ExtractFault.ts';
import { FhirFault } from '../source/fhir/FhirFault.ts';
import { describeFault } from './describeFault.ts';

/**
 * What is said on the agency's terminal where its program ends by an error: the sentence of one of the kit's own faults; what is wrong
 * with the database in DATABASE_URL, and what to set; of anything else its kind and its place, never its message.
 *
 * The agency's own code and its database put people's names into theirs, and a terminal's lines end up in logs and messages.
 */
export async function tellFault(error: unknown, { DATABASE_URL: url = '' }: NodeJS.ProcessEnv): Promise<string> {
  if (isOwn(error) || isOfWords(error)) return error.message;
  const schema = schemaFault(error);
  // A table that may not be read has the code of a database that may not be opened.
  if (schema && schema.table !== null) return `${schema.found} ${schema.todo}`;
  const engine = engineOf(url);
  const connection = engine && isPrismas(error) ? await knownConnectionFault(error, engine, url) : undefined;
  if (connection) return `${connection.message} The connection is set in DATABASE_URL.`;
  if (schema) return `${schema.found} ${schema.todo}`;
  const { kind, code, frames, advice } = describeFault(error);
  return [
    `The program ended with an error in the mapping, or in what it calls: ${kind}${code === undefined ? '' : ` (${code})`}. Its text is not shown, because it may contain personal data.${advice === undefined ? '' : ` ${advice}`}`,
    ...frames.map((frame) => `  ${frame}`),
  ].join('\n');
}

const isOwn = (error: unknown): error is Error =>
  error instanceof InputFault || error instanceof ExtractFault || error instanceof FhirFault;

/** A word or flag that Node's own reader of them does not know: it repeats what was typed. */
const isOfWords = (error: unknown): error is Error =>
  String(Reflect.get(Object(error), 'code')).startsWith('ERR_PARSE_ARGS_');

/** Each error of a Prisma client names the client's version. */
const isPrismas = (error: unknown): boolean =>
  Reflect.has(Object(error), 'clientVersion') || Reflect.get(Object(error), 'name') === 'DriverAdapterError';
