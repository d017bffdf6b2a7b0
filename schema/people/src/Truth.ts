import type { Day, Place } from './InventedPerson.ts';
import type { NamingTradition } from './NamingTradition.ts';

/** What is true of an invented person before any agency has written it down. */
export type Truth = Readonly<{
  id: string;
  household: string;
  given: string;
  family: string;
  /** A family name they had before, if any. */
  formerFamily?: string;
  dateOfBirth: Day;
  sex: '1' | '2' | '3';
  tradition: NamingTradition;
  place: Place;
  phone: string;
  /** Whether children of theirs live in the household. */
  hasChildren: boolean;
  /** Their part in the household's family violence, where there is some now. */
  violence?: ViolenceStory;
  /** A parent in the same household who may speak for them; never one who uses violence. */
  parent?: string;
}>;

export type ViolenceStory = Readonly<{
  part: 'EXPERIENCING' | 'USING';
  /** Who the other person is to them, as a worker would write it: `partner`, `ex-husband`, `adult son`. */
  other: string;
  otherSex: '1' | '2';
  /** Truth id of the person in this household who uses violence against them, if any agency knows that person. */
  usedBy?: string;
}>;
