/**
 * The values of a served section by their place: `alerts[812].code`. Items are named by their id, so that lists of
 * different lengths compare correctly.
 */
export function leavesOf(value: unknown, path = ''): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const walk = (found: unknown, at: string): void => {
    if (found === null || found === undefined) return;
    if (Array.isArray(found)) {
      if (found.every((item) => typeof item !== 'object')) {
        if (found.length > 0) leaves.set(at, found.join(', '));
        return;
      }
      for (const [position, item] of found.entries()) walk(item, `${at}[${nameOf(item) ?? position + 1}]`);
      return;
    }
    if (typeof found !== 'object') {
      leaves.set(at, String(found));
      return;
    }
    for (const [name, below] of Object.entries(found))
      if (name !== 'id') walk(below, at === '' ? name : `${at}.${name}`);
  };
  walk(value, path);
  return leaves;
}

function nameOf(item: unknown): string | undefined {
  const id: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, 'id') : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
