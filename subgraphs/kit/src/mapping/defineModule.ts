import type { Many, One } from './section.ts';

/**
 * A module of the partnership's own: its SDL as the hub has it on file, and how the agency's tables answer the fields it
 * adds to a record.
 */
export type OwnModule = Readonly<{
  /** The hub's name for it, such as `legal`. */
  name: string;
  /** Exactly as printed by `accord contract export`. */
  sdl: string;
  /** A section for each field that the SDL adds to `AgencyRecord`. */
  fields: Readonly<Record<string, One<object> | Many<object>>>;
}>;

/**
 * Returns the module unchanged; the compiler checks it where it is written.
 *
 * When the agency starts, `guard` checks that every field has a label. When it joins or is upgraded, the hub checks that
 * the SDL is its own.
 */
export const defineModule = (module: OwnModule): OwnModule => module;
