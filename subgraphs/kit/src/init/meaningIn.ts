import { wordsIn } from '../database/wordsIn.ts';

/** Words that names consist of, and their abbreviations: by leaving out vowels, or by cutting off the end. */
const spelt =
  `surname given family gender birth address suburb telephone mobile email client person patient participant resident alert warning
  note episode admission discharge referral problem reason comment description severity priority status category start end review identified resolved
  deleted active current worker author language culture postcode street discharged commenced completed enrolment resolved closed`.split(
    /\s+/,
  );

const skeleton = (word: string): string => word.charAt(0) + word.slice(1).replaceAll(/[aeiou]/g, '');

/**
 * The words of a name, with common abbreviations written out: `SURNM` becomes `surname`, `IDENT_DT` becomes `identified`
 * and `dt`. A word that may be short for several stays as it is.
 */
export const meaningIn = (name: string): readonly string[] => wordsIn(name).map(speltOut);

function speltOut(word: string): string {
  if (word.length < 4 || spelt.includes(word)) return word;
  const sameSkeleton = spelt.filter((full) => full.length > word.length && word === skeleton(full));
  const brokenOff = spelt.filter((full) => full.length > word.length && full.startsWith(word));
  const [only, ...more] = sameSkeleton.length > 0 ? sameSkeleton : brokenOff;
  return only !== undefined && more.length === 0 ? only : word;
}
