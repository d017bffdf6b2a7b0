/** A model of the agency's own Prisma client. */
export type Model = Readonly<{
  name: string;
  columns: readonly string[];
  /** One row, whichever. */
  probe(): Promise<unknown>;
}>;

/**
 * The models of a Prisma client, views among them, by what its delegates offer publicly. The kit knows no client's types: whatever
 * has `findFirst` and `fields` is a model.
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

/** Which model a row is of: the one all of whose columns it has. Undefined where that is none, or several with as many columns. */
export function modelOf(row: object, models: readonly Model[]): Model | undefined {
  const fitting = models.filter(({ columns }) => columns.every((column) => Object.hasOwn(row, column)));
  const most = Math.max(...fitting.map(({ columns }) => columns.length));
  const [best, other] = fitting.filter(({ columns }) => columns.length === most);
  return other ? undefined : best;
}
