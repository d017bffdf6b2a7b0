import { defineModule, type OwnModule } from '@accord/kit/defineModule';
import { one } from '@accord/kit/section';
import { table } from '@accord/kit/table';

/** A module that a partnership might add for itself: does a person have a lawyer? */
export const legalSdl = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
  @link(url: "https://accord.example/contract/v1.0", import: ["@category"])
  @composeDirective(name: "@category")

directive @category(is: CategoryCode!) repeatable on OBJECT | FIELD_DEFINITION

scalar CategoryCode

type AgencyRecord @key(fields: "id") {
  id: ID!
  "Whether the person has a lawyer."
  representation: Representation
}

"Whether the person has a lawyer."
type Representation @category(is: "LEGAL") {
  "True where they have one."
  lawyer: Boolean
}
`;

/** The module's next version, which only adds to it. */
export const legalSdlNext = legalSdl.replace(
  '  lawyer: Boolean\n',
  '  lawyer: Boolean\n  "The court, where there is one."\n  court: String\n',
);

/** How an agency serves it: everybody on file has a lawyer. */
export function legalModule(sdl: string = legalSdl): OwnModule {
  const people = table({ rows: async (numbers) => numbers.map((number) => ({ number })), of: ({ number }) => number });
  return defineModule({
    name: 'legal',
    sdl,
    fields: { representation: one(people, () => ({ lawyer: true, court: 'Magistrates' })) },
  });
}
