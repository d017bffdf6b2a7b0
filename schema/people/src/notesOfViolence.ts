import { type Sentence, sentences } from './Sentence.ts';

/** Prose that describes family violence against the person the note is about. */
export const experiencing: readonly Sentence[] = [
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE'],
    [
      '{Client} [said|told me|disclosed] that {other} [pushed|shoved|grabbed] {them} [against the wall|by the arm|in front of the kids] on {night}.',
      '{Other} [goes through|checks] {their} phone every night and [deletes numbers|wants to know who called].',
    ],
  ),
];
