/** The same function, worked out once for each name: a check asks about every column of every row. */
export function onceEach<Said>(work: (name: string) => Said): (name: string) => Said {
  const known = new Map<string, Readonly<{ said: Said }>>();
  return (name) => {
    const before = known.get(name);
    if (before) return before.said;
    const said = work(name);
    known.set(name, { said });
    return said;
  };
}
