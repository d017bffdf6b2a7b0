import { remark } from './remark.ts';

/**
 * The text at a path in a JSON column, such as `textAt(row.DATA, 'contact.phones.0')`; null where there is none.
 *
 * Takes Prisma's value for a `Json` column, or the JSON of a text column. A number or boolean is returned as text; an
 * object or a list gives null. JSON that cannot be read gives null, as if nothing were there.
 */
export function textAt(json: unknown, path: string): string | null {
  const value = valueAt(json, path);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** The list at a path in a JSON column; empty where there is none. The path `''` is the whole value: `listAt(row.PHONES, '')`. */
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
