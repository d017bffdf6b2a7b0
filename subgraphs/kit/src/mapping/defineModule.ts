import type { Many, One } from './section.ts';

/** A module of the partnership's own: its SDL as the hub has it on file, and how the agency's tables answer its fields of a record. */
export type OwnModule = Readonly<{
  /** What the hub calls it, such as `legal`. */
  name: string;
  /** Word for word as from `accord contract export`. */
  sdl: string;
  /** A section for every field the SDL adds to `AgencyRecord`. */
  fields: Readonly<Record<string, One<object> | Many<object>>>;
}>;

/**
 * Says that an object is a module of the partnership's own. Returns it as it is.
 *
 * That every field has a label is checked when the agency starts (`guard`), and that the SDL is the hub's when it joins or is upgraded.
 */
export const defineModule = (module: OwnModule): OwnModule => module;
