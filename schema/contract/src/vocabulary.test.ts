import { aboutAlert } from './vocabulary.ts';

test('an alert category agreed since is released under its kind; one nobody agreed on is about nothing', () => {
  const agreed = [
    { code: 'PET_AT_HOME', label: 'An animal lives here', category: 'HOUSING' },
    { code: 'MEDICAL', label: 'Medical', category: 'SERVICE_USE' },
  ];
  expect(aboutAlert('PET_AT_HOME', agreed)).toEqual(['HOUSING']);
  expect(aboutAlert('PET_AT_HOME')).toEqual([]);
  // What agencies release by stays: a code of the contract is not told under another kind.
  expect(aboutAlert('MEDICAL', agreed)).toEqual(['HEALTH']);
});
