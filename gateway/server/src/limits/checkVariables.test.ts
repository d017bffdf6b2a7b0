import { checkVariables } from './checkVariables.ts';
import { usualLimits } from './Limits.ts';

const nested = (levels: number): unknown => JSON.parse(`{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`);
const refused = expect.objectContaining({ faultCode: 'VARIABLES_TOO_LARGE' });

test('variables are refused one level beyond the limit', () => {
  expect(() => checkVariables(nested(8), usualLimits)).not.toThrow();
  expect(() => checkVariables(nested(9), usualLimits)).toThrow(refused);
});

test('variables nested tens of thousands deep are refused like any others', () => {
  expect(() => checkVariables(nested(50_000), usualLimits)).toThrow(refused);
});

test('variables are refused one byte beyond the limit, counted in bytes, not letters', () => {
  const limits = { ...usualLimits, variablesBytes: 12 };
  expect(() => checkVariables({ a: 'éé' }, limits)).not.toThrow();
  expect(() => checkVariables({ a: 'ééé' }, limits)).toThrow(refused);
});
