/**
 * A leaf value of a subgraph. It depends on the number alone, and has another type if it is to be wrong. `values`: the values
 * of its enums.
 */
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
