import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { CallerFault } from '../CallerFault.ts';
import { lookedThrough } from './lookedThrough.ts';
import { type PageSizes, pageSizesOf } from './pageSizesOf.ts';

/** Totals of a selection, with every fragment expanded wherever it is spread, and nothing skipped. */
export type Measure = Readonly<{
  /** Levels of nested fields. */
  depth: number;
  fields: number;
  /** Fields, fragment spreads and inline fragments. */
  selections: number;
  /** Fields at its top level. */
  topFields: number;
  /** Values to find, except those that depend on the items of a page. */
  cost: number;
  /** Values for each item of the page that this selection belongs to. */
  costOfItem: number;
  /** The largest page requested; 0 if there is none. */
  largestPage: number;
}>;

/** How many items a list is assumed to have if its field has no argument `first`. */
const usualItems = 5;
const nothing: Measure = { depth: 0, fields: 0, selections: 0, topFields: 0, cost: 0, costOfItem: 0, largestPage: 0 };

/**
 * Measures each operation and fragment of a document, which need not be valid: a field that the schema does not know counts once.
 *
 * A field costs 1, and what is below a list counts as often as the list may have items: `first`, or five. A list that is put together
 * whole costs at least that, however short its page (`lookedThrough`). Throws `FRAGMENT_CYCLE`. Each fragment is measured once, however often it is spread. Cost: O(document).
 */
export function measureDocument(
  document: DocumentNode,
  { schema, variables }: Readonly<{ schema: GraphQLSchema; variables: Readonly<Record<string, unknown>> }>,
): readonly Measure[] {
  const ruler = new Ruler(document, schema, pageSizesOf(document, variables));
  return document.definitions.flatMap((definition) => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return [ruler.ofFragment(definition.name.value)];
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    return [ruler.of(definition.selectionSet, schema.getRootType(definition.operation) ?? undefined)];
  });
}

class Ruler {
  readonly #schema: GraphQLSchema;
  readonly #pageSizes: PageSizes;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #measured = new Map<string, Measure>();
  /** The fragments being measured, each within the previous one. */
  readonly #within = new Set<string>();

  constructor(document: DocumentNode, schema: GraphQLSchema, pageSizes: PageSizes) {
    this.#schema = schema;
    this.#pageSizes = pageSizes;
    this.#fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    );
  }

  of({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): Measure {
    return selections.map((selection) => this.#ofSelection(selection, parent)).reduce(together, nothing);
  }

  ofFragment(name: string): Measure {
    const known = this.#measured.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return nothing; // validation says so
    if (this.#within.has(name))
      throw new CallerFault('FRAGMENT_CYCLE', `It is "${name}". Do not spread it inside itself.`);
    this.#within.add(name);
    const measure = this.of(fragment.selectionSet, this.#schema.getType(fragment.typeCondition.name.value));
    this.#within.delete(name);
    this.#measured.set(name, measure);
    return measure;
  }

  #ofSelection(selection: SelectionNode, parent: GraphQLNamedType | undefined): Measure {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.#ofField(selection, parent);
      case Kind.FRAGMENT_SPREAD:
        return oneMore(this.ofFragment(selection.name.value));
      case Kind.INLINE_FRAGMENT: {
        const type = selection.typeCondition ? this.#schema.getType(selection.typeCondition.name.value) : parent;
        return oneMore(this.of(selection.selectionSet, type));
      }
    }
  }

  #ofField(field: FieldNode, parent: GraphQLNamedType | undefined): Measure {
    const known = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    const type = known && getNamedType(known.type);
    const below = field.selectionSet ? this.of(field.selectionSet, type) : nothing;
    const page = known && this.#pageSizes(field, known);
    const whole = lookedThrough(type, { atRoot: parent === this.#schema.getQueryType(), usualItems });
    const ofItem = below.cost + Math.max((page ?? usualItems) * below.costOfItem, whole);
    const isList = known !== undefined && isListType(getNullableType(known.type));
    const measure = {
      depth: below.depth + 1,
      fields: below.fields + 1,
      selections: below.selections + 1,
      topFields: 1,
      largestPage: Math.max(below.largestPage, page ?? 0),
    };
    // A page's size is an argument of the field that returns the page, above its lists.
    if (isList && isPage(parent)) return { ...measure, cost: 1, costOfItem: ofItem };
    return { ...measure, cost: 1 + (isList ? (page ?? usualItems) : 1) * ofItem, costOfItem: 0 };
  }
}

/** True for a Relay page, recognised by the name it must have. */
const isPage = (type: GraphQLNamedType | undefined): boolean => type?.name.endsWith('Connection') ?? false;

/** Counts the spread or fragment itself. */
const oneMore = (measure: Measure): Measure => ({ ...measure, selections: measure.selections + 1 });

const together = (a: Measure, b: Measure): Measure => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  selections: a.selections + b.selections,
  topFields: a.topFields + b.topFields,
  cost: a.cost + b.cost,
  costOfItem: a.costOfItem + b.costOfItem,
  largestPage: Math.max(a.largestPage, b.largestPage),
});
