import { remark } from './remark.ts';

/**
 * The text at a place in a JSON column, such as `textAt(row.DATA, 'contact.phones.0')`; null where there is none.
 *
 * Takes what Prisma gives for a `Json` column, or a text column's JSON. A number or a truth value is told as text; an object or a
 * list is no text. JSON that cannot be read gives null, as if nothing were there.
 */
export function textAt(json: unknown, path: string): string | null {
  const value = valueAt(json, path);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** The list at a place in a JSON column; empty where there is none. `''` is the place of the whole: `listAt(row.PHONES, '')`. */
export function listAt(json: unknown, path: string): readonly unknown[] {
  const value = valueAt(json, path);
  return Array.isArray(value) ? value : [];
}

function valueAt(json: unknown, path: string): unknown {
  const steps = path === '' ? [] : path.split('.');
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : null,
    typeof json === 'string' ? parsed(json) : json,
  );
}

function parsed(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    remark({ kind: 'NOT_JSON', value: text });
    return null;
  }
}
