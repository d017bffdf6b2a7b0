/** A model of the agency's own Prisma client. */
export type Model = Readonly<{
  name: string;
  columns: readonly string[];
  /** Reads any one row. */
  probe(): Promise<unknown>;
}>;

/**
 * The models of a Prisma client, including views, found through the public interface of its delegates. The kit does not
 * know any client's types: anything with `findFirst` and `fields` is a model.
 */
export function modelsOf(db: object): readonly Model[] {
  return Object.keys(db).flatMap((name) => {
    if (name.startsWith('$') || name.startsWith('_') || name === 'constructor') return [];
    const delegate: unknown = Reflect.get(db, name);
    if (typeof delegate !== 'object' || delegate === null) return [];
    const findFirst: unknown = Reflect.get(delegate, 'findFirst');
    const fields: unknown = Reflect.get(delegate, 'fields');
    if (typeof findFirst !== 'function' || typeof fields !== 'object' || fields === null) return [];
    const columns = Object.keys(fields);
    const [first] = Object.values(fields);
    const modelName: unknown = Reflect.get(Object(first), 'modelName');
    return [
      {
        name: typeof modelName === 'string' ? modelName : name,
        columns,
        probe: async () => findFirst.call(delegate),
      },
    ];
  });
}

/**
 * The model a row belongs to: the one that has all of its columns. Undefined where there is none, or where several have
 * equally many columns.
 */
export function modelOf(row: object, models: readonly Model[]): Model | undefined {
  const fitting = models.filter(({ columns }) => columns.every((column) => Object.hasOwn(row, column)));
  const most = Math.max(...fitting.map(({ columns }) => columns.length));
  const [best, other] = fitting.filter(({ columns }) => columns.length === most);
  return other ? undefined : best;
}
