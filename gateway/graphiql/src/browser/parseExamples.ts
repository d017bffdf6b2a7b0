import { isObject } from './isObject.ts';

/** An operation to try, ready for the editors. */
export type Example = Readonly<{ name: string; title: string; document: string; variables: string }>;

/**
 * The demonstration operations, in the order given, without entries that have no document. Anything but a list counts as an
 * empty list.
 */
export function parseExamples(json: unknown): readonly Example[] {
  return Array.isArray(json) ? json.flatMap(parseExample) : [];
}

function parseExample(entry: unknown): readonly Example[] {
  if (!isObject(entry)) return [];
  const { name, title, document, variables } = entry;
  if (typeof name !== 'string' || typeof document !== 'string') return [];
  const filled = isObject(variables) && Object.keys(variables).length > 0;
  return [
    {
      name,
      title: typeof title === 'string' ? title : name,
      document,
      variables: filled ? JSON.stringify(variables, null, 2) : '',
    },
  ];
}
