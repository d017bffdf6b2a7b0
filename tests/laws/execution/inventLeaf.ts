/** A leaf of a subgraph: what hangs on the number alone, and of another type where it is to be wrong. `values`: what its enums know. */
export function inventLeaf(
  name: string,
  value: number,
  wrong: boolean,
  values: ReadonlyMap<string, readonly string[]>,
): unknown {
  switch (name) {
    case 'Int':
      return wrong ? [1.5, 'one', true][value % 3] : (value % 5) - 1;
    case 'Float':
      return wrong ? 'half' : (value % 9) / 4;
    case 'Boolean':
      return wrong ? 'yes' : value % 2 === 0;
    case 'Colour':
      return wrong ? ['MAUVE', 'GREY'][value % 2] : ['RED', 'GREEN', 'BLUE'][value % 3];
    case 'Tone':
      return wrong ? 'FLAT' : values.get(name)?.[value % (values.get(name)?.length ?? 1)];
    case 'Raw':
      return [{ any: value % 3 }, [value % 3], null, 'raw', 0][value % 5];
    default:
      return wrong ? [false, { a: 1 }][value % 2] : `${name} ${value % 7}`;
  }
}
