import type { Day, Place } from './InventedPerson.ts';
import type { NamingTradition } from './NamingTradition.ts';

/** What is true of an invented person, before any agency has written it down. */
export type Truth = Readonly<{
  id: string;
  household: string;
  given: string;
  family: string;
  /** A family name they had before, where there was one. */
  formerFamily?: string;
  dateOfBirth: Day;
  sex: '1' | '2' | '3';
  tradition: NamingTradition;
  place: Place;
  phone: string;
  /** Whether children of theirs live in the household. */
  hasChildren: boolean;
  /** Their part in the family violence of this household, where there is some now. */
  violence?: ViolenceStory;
  /** A parent in the same household who may speak for them; none who uses violence. */
  parent?: string;
}>;

export type ViolenceStory = Readonly<{
  part: 'EXPERIENCING' | 'USING';
  /** Who the other one is to them, as a worker would write it: `partner`, `ex-husband`, `adult son`. */
  other: string;
  otherSex: '1' | '2';
  /** Truth id of a person of this household who uses violence against them, where that person is known to any agency. */
  usedBy?: string;
}>;
