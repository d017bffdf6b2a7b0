import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';

type Failure = Readonly<{ path: string; tell: () => void }>;

/** The resolvers of one request that are at work, and those that have failed. */
class AtWork {
  #count = 0;
  #failures: Failure[] = [];

  began(): void {
    this.#count += 1;
  }

  ended(failure?: Failure): void {
    this.#count -= 1;
    if (failure) this.#failures.push(failure);
    if (this.#failures.length === 0 || this.#count > 0) return;
    // What has just come may set others to work, within this turn of the event loop.
    setImmediate(() => {
      if (this.#count > 0) return;
      const failures = this.#failures.sort((a, b) => (a.path < b.path ? -1 : 1));
      this.#failures = [];
      for (const { tell } of failures) tell();
    });
  }
}

/**
 * Lets what fails wait until everything else of the request has come, and fail in the order of its place. Changes the schema.
 *
 * graphql-js gives up all that stands beside a field that must not be null as soon as it fails: which other errors are in the
 * answer, and what is written down as told, would hang on what the database finds faster, and so on what is on file.
 */
export function failTogether(schema: GraphQLSchema): GraphQLSchema {
  const requests = new WeakMap<object, AtWork>();
  const atWorkFor = (context: object): AtWork => {
    const known = requests.get(context) ?? new AtWork();
    requests.set(context, known);
    return known;
  };
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) wrap(field, atWorkFor);
  return schema;
}

function wrap(field: GraphQLField<unknown, object>, atWorkFor: (context: object) => AtWork): void {
  const { resolve } = field;
  if (!resolve) return;
  field.resolve = (source, args, context, info) => {
    const atWork = atWorkFor(context);
    const value = attempt(() => resolve(source, args, context, info));
    if (Array.isArray(value) && value.some(isPromise)) {
      atWork.began();
      const ended = (): void => atWork.ended();
      Promise.all(value).then(ended, ended);
    }
    if (!isPromise(value)) return value;
    atWork.began();
    return new Promise((resolved, rejected) => {
      value.then(
        (found) => {
          resolved(found);
          atWork.ended();
        },
        (error) => atWork.ended({ path: JSON.stringify(info.path), tell: () => rejected(error) }),
      );
    });
  };
}

function attempt(resolve: () => unknown): unknown {
  try {
    return resolve();
  } catch (error) {
    return Promise.reject(error);
  }
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'then') === 'function';
