import { speaksOfSomebody } from './speaksOfSomebody.ts';

test.each([
  ['TELEPHONE', 'Ring her on 0491 570 156.'],
  ['TELEPHONE', 'She left (03) 5550-1234 as a number.'],
  ['TELEPHONE', 'Text +61 491 570 156'],
  ['EMAIL', 'Write to alma.brook@example.org first'],
  ['DATE', 'Born 03/02/1990.'],
  ['DATE', 'since 3.2.90'],
  ['DATE', 'on 1990-02-03'],
  ['DATE', 'the 3rd of February 1990'],
  ['DATE', 'February 3, 1990'],
  ['DATE', 'DOB unknown'],
  ['NUMBER', 'client no. 2041'],
  ['NUMBER', 'HB-20417'],
  ['NUMBER', 'Medicare 29506'],
  ['NUMBER', '#204'],
])('%s is found: %s', (trait, text) => {
  expect(speaksOfSomebody(text)).toBe(trait);
});

test.each([
  'A mother of 2 children, 4 and 11, sleeps in her car since Tuesday.',
  'He is 34. They pay $1200 a month and owe 3 of 12.',
  'In 2019 she left him; in 24 hours she must go. Rooms 1-3, 9 to 5.',
  'The police came twice in May, and again 14 days later.',
  'She may be 18 or 19, in 2 of 3 rooms, at 10 pm.',
])('what an invented story needs is accepted: %s', (text) => {
  expect(speaksOfSomebody(text)).toBeNull();
});
