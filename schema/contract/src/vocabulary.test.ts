import { aboutAlert } from './vocabulary.ts';

test('an alert category agreed later is released under its own kind; one nobody agreed on has no kind', () => {
  const agreed = [
    { code: 'PET_AT_HOME', label: 'An animal lives here', category: 'HOUSING' },
    { code: 'MEDICAL', label: 'Medical', category: 'SERVICE_USE' },
  ];
  expect(aboutAlert('PET_AT_HOME', agreed)).toEqual(['HOUSING']);
  expect(aboutAlert('PET_AT_HOME')).toEqual([]);
  // A code of the contract keeps its kind, because agencies release by it.
  expect(aboutAlert('MEDICAL', agreed)).toEqual(['HEALTH']);
});
