import { type Json, own } from '../Json.ts';

/**
 * Those of the caller's variables that a fetch uses, as they were given, as the inside of a JSON object: what was not given has its default
 * at the subgraph.
 */
export function textOfVariables(names: readonly string[] = []): (given: Readonly<Json>) => string {
  return (given) => {
    let text = '';
    for (const name of names) {
      const value = JSON.stringify(own(given, name));
      if (value !== undefined) text += `${text && ','}"${name}":${value}`;
    }
    return text;
  };
}
