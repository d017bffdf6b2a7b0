import type { JsonObject } from './JsonObject.ts';

/**
 * Trims the workers' names in the body of a block or consent. Some were put on file with a space around a name, by which the rules would
 * find nobody.
 */
export function withNamesTrimmed(body: JsonObject): JsonObject {
  const { users, rule, except } = body;
  if (!Array.isArray(users) && !Array.isArray(except) && !isObject(rule)) return body;
  return {
    ...body,
    ...(Array.isArray(users) && { users: users.map((user) => (typeof user === 'string' ? user.trim() : user)) }),
    ...(isObject(rule) && { rule: withNamesTrimmed(rule) }),
    ...(Array.isArray(except) && { except: except.map((part) => (isObject(part) ? withNamesTrimmed(part) : part)) }),
  };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
