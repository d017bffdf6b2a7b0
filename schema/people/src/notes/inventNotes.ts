import type { Filing } from './Filing.ts';
import { dayOnFile } from './Filing.ts';
import { fillTemplate } from './fillTemplate.ts';
import type { InventedNote } from './InventedPerson.ts';
import { experiencing } from './notesOfViolence.ts';
import { wordsFor } from './wordsFor.ts';

export function inventNotes(filing: Filing): readonly InventedNote[] {
  const { random, worker } = filing;
  return Array.from(
    {
      length: random.weighted([
        [0, 15],
        [1, 25],
        [2, 25],
        [3, 15],
        [5, 10],
      ]),
    },
    (): InventedNote => {
      const sentence = random.pick(experiencing);
      return {
        id: filing.nextId('note'),
        writtenOn: dayOnFile(filing),
        writtenBy: worker.login,
        text: fillTemplate(sentence.text, wordsFor(filing), random),
        about: sentence.about,
        describesFamilyViolence: filing.tells,
      };
    },
  );
}
