import { type MappingFault, mappingFault } from './MappingFault.ts';
import type { Model } from './modelsOf.ts';
import { schemaFault } from './schemaFault.ts';

/** At once, so that a start does not take all of the database's connections. */
const atOnce = 4;
/** A view may have to be worked out whole to give one row. */
const patienceMilliseconds = 5_000;

/** Reads one row of each model: a table or column that is not as `prisma/schema.prisma` says shows at once. */
export async function probeModels(models: readonly Model[]): Promise<readonly MappingFault[]> {
  const found: MappingFault[] = [];
  for (let at = 0; at < models.length; at += atOnce)
    found.push(...(await Promise.all(models.slice(at, at + atOnce).map(probe))).flat());
  // A database that does not answer would say so for each of them.
  return [...new Map(found.map((one) => [one.sentence, one])).values()];
}

async function probe({ name, probe: run }: Model): Promise<readonly MappingFault[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds, 'late');
  });
  try {
    if ((await Promise.race([run(), late])) !== 'late') return [];
    const found = `Model ${name} gave no row within ${patienceMilliseconds / 1000} seconds.`;
    return [mappingFault('HINT', found, 'Sections that read it will be slow.', { table: name })];
  } catch (error) {
    const fault = schemaFault(error);
    const where = { table: fault?.table ?? name, column: fault?.column ?? null };
    const found = fault?.found ?? `Model ${name} cannot be read (${kindOf(error)}).`;
    return [mappingFault('FATAL', found, fault?.todo ?? 'Compare its table with prisma/schema.prisma.', where)];
  } finally {
    clearTimeout(timer);
  }
}

/** An error's kind and code: its message may quote values. */
export function kindOf(error: unknown): string {
  const [name, code] = ['name', 'code'].map((part) => Reflect.get(Object(error), part));
  return [typeof name === 'string' ? name : typeof error, ...(typeof code === 'string' ? [code] : [])].join(' ');
}
