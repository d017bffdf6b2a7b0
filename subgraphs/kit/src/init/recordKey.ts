import { keyOfSeveral } from './jointText.ts';
import { keyText, numbersFor, type Used } from './MappingText.ts';
import type { Model } from './Models.ts';

/** The text that finds records by number, and the one for a row's number. */
export function recordKey(model: Model, used: Used): Readonly<{ where: string; of: string }> {
  const fields = model.id
    .map((name) => model.fields.find((field) => field.name === name))
    .filter((field) => field !== undefined);
  const [only, ...more] = fields;
  const numbers = only && more.length === 0 ? numbersFor(only, used) : null;
  if (only && numbers) return { where: `${only.name}: { in: ${numbers}(numbers) }`, of: keyText(only) };
  if (only && more.length === 0) {
    used.add('texts');
    return { where: `${only.name}: { in: texts(numbers) }`, of: keyText(only) };
  }
  const key = keyOfSeveral(fields, used);
  return { where: `...${key}.where(numbers)`, of: `${key}.numberOf(row)` };
}
