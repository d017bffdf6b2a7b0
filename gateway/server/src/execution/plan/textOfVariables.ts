import { type Json, own, put } from '@accord/execution/Json';

/**
 * Returns a function that writes the caller's variables a fetch uses, as given, in the form of the inside of a JSON object. A variable that
 * was not given is left out, so that the subgraph applies its default.
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

/** The same as values, for a subgraph in this process. The values are the caller's own: nobody may change them. */
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
