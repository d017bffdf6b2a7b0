import type { ValidationRule } from 'graphql';
import { noIntrospection } from './noIntrospection.ts';
import { noKeyAlias } from './noKeyAlias.ts';
import { noUnderscoreAlias } from './noUnderscoreAlias.ts';
import { onlyRootTypes } from './onlyRootTypes.ts';

/** The validation rules a document must meet beyond those of the GraphQL specification, whichever engine runs its plan. */
export const documentRules = (development: boolean): readonly ValidationRule[] => [
  ...(development ? [] : [noIntrospection]),
  onlyRootTypes,
  noUnderscoreAlias,
  noKeyAlias,
];
