const svg = (tag: string, attributes: Readonly<Record<string, string>>): SVGElement => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};

/** A hatch pattern, as a chart mark: it stands for values that are not disclosed exactly. Fill with `hatched(id)`. */
export const hatch = (id: string) => (): SVGElement => {
  const pattern = svg('pattern', {
    ...{ id: `${id}-hatch`, width: '6', height: '6' },
    ...{ patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
  });
  pattern.append(svg('rect', { width: '2.5', height: '6', fill: 'var(--line-strong)' }));
  const defs = svg('defs', {});
  defs.append(pattern);
  return defs;
};

/** The fill that uses the pattern. */
export const hatched = (id: string): string => `url(#${id}-hatch)`;
