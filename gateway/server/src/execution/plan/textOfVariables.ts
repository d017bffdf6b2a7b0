import { type Json, own, put } from '@accord/execution/Json';

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

/** The same as values, for a subgraph in this process. They are the caller's own, and nobody changes them. */
export function valuesOfVariables(names: readonly string[] = []): (given: Readonly<Json>) => Json {
  return (given) => {
    const values: Json = {};
    for (const name of names) {
      const value = own(given, name);
      if (value !== undefined) put(values, name, value);
    }
    return values;
  };
}
