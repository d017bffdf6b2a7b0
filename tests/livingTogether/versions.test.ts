import { createHash } from 'node:crypto';
import { contractDocument } from '@accord/contract/contractDocument';
import { firstDifference } from '@accord/contract/firstDifference';
import { checkHouseRules } from '@accord/contract/houseRules';
import {
  type ContractVersion,
  contractVersion,
  contractVersions,
  coreSubgraph,
  hubSubgraph,
  moduleNames,
  moduleSubgraph,
} from '@accord/contract/subgraphs';
import { whatBreaks } from '@accord/contract/whatBreaks';
import { type DocumentNode, parse, print, visit } from 'graphql';

/** Each published version and the hash of its SDL without descriptions. A new version adds a line; lines never change. */
const published: Readonly<Record<ContractVersion, string>> = {
  '1.0': 'd78bdbf1959f085aaca7a644328e8f0903d41a4569189fe4abb2a6c0ec72820a',
  '1.1': '1264923629bdb7332a91eb2a90008a382d4d1967f2b84f5ab2a34986d4c23ae3',
  '1.2': 'df53810c814c3dc5053df0c789eb9fd25e78a45f41ba0e097d93028fca41bb0c',
  '1.3': '8baad34baf7fd8540466b36d0b0f3f58808a950868b2dd3d7a5c13b99078399c',
};

const partsOf = (version: ContractVersion) => [
  coreSubgraph(version),
  ...moduleNames.map((name) => moduleSubgraph(name, version)),
];

/** A description explains a version, and may be improved later. */
const undescribed = (document: DocumentNode): DocumentNode =>
  visit(document, { enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined) });

test('a published version of the contract never changes, but for its descriptions', () => {
  const hashes = contractVersions.map((version) => {
    const hash = createHash('sha256');
    for (const { sdl } of partsOf(version)) hash.update(print(undescribed(parse(sdl))));
    return [version, hash.digest('hex')];
  });
  expect(Object.fromEntries(hashes)).toEqual(published);
  expect(contractVersions.at(-1)).toBe(contractVersion);
});

test('every version keeps the house rules, and a newer one only adds to the one before', () => {
  for (const [index, version] of contractVersions.entries()) {
    expect(checkHouseRules([...partsOf(version), ...(version === contractVersion ? [hubSubgraph()] : [])])).toEqual([]);
    const before = contractVersions[index - 1];
    if (before)
      for (const [at, older] of partsOf(before).entries()) {
        const newer = partsOf(version)[at];
        expect(newer && whatBreaks(older, newer)).toEqual([]);
      }
  }
});

const older = `directive @category(is: CategoryCode!) repeatable on OBJECT | FIELD_DEFINITION
  scalar CategoryCode
  type Plan @category(is: "LEGAL") { id: ID! word: String stage(of: Stage): Stage }
  enum Stage { BEGUN }
  input Which { stage: Stage }`;
const breaks = (newer: string): readonly string[] =>
  whatBreaks({ name: 'legal', sdl: older }, { name: 'legal', sdl: newer }).map(({ coordinate }) => coordinate);

test.each([
  ['a field goes', older.replace('word: String', ''), ['Plan.word']],
  ['a field has another type', older.replace('word: String', 'word: Int'), ['Plan.word']],
  ['a label goes', older.replace('@category(is: "LEGAL")', ''), ['Plan']],
  ['a label comes', older.replace('word: String', 'word: String @category(is: "HEALTH")'), ['Plan.word']],
  ['an enum gets a value', older.replace('BEGUN', 'BEGUN ENDED'), ['Stage.ENDED']],
  ['a field comes that may not be null', older.replace('word: String', 'word: String more: Int!'), ['Plan.more']],
  ['an argument comes that must be given', older.replace('(of: Stage)', '(of: Stage, by: Int!)'), ['Plan.stage(by:)']],
  ['an argument goes', older.replace('(of: Stage)', ''), ['Plan.stage(of:)']],
  ['an input must hold more', older.replace('{ stage: Stage }', '{ stage: Stage by: Int! }'), ['Which.by']],
  [
    'it only adds',
    `${older.replace('word: String', 'word: String more: New')} type New { a: Int! } enum Own { A }`,
    [],
  ],
  ['it is said in other words', older.replace('type Plan', '"A plan." type Plan'), []],
])('a newer version that breaks an older one is refused, naming where: %s', (_what, newer, coordinates) => {
  expect(breaks(newer)).toEqual(coordinates);
});

const known = contractDocument({ version: '1.0', modules: ['housing'] });
const differing = (change: (sdl: string) => string): string | null =>
  firstDifference(
    contractDocument({
      version: '1.0',
      modules: [],
      own: [{ name: 'changed', sdl: change(moduleSubgraph('housing', '1.0').sdl) }],
    }),
    known,
    'contract 1.0',
  );

test('an SDL that differs from what is agreed is reported with its first difference', () => {
  expect(differing((sdl) => sdl)).toBeNull();
  expect(differing((sdl) => sdl.replace('atRisk: Boolean', 'atRisk: String'))).toBe(
    'HousingSituation.atRisk is String here and Boolean in contract 1.0',
  );
  expect(differing((sdl) => sdl.replace(/".*"\s*atRisk: Boolean/, ''))).toBe(
    'HousingSituation.atRisk is missing here and stands in contract 1.0',
  );
  expect(differing((sdl) => sdl.replace('atRisk: Boolean', 'atRisk: Boolean until: Date'))).toBe(
    'HousingSituation.until stands here and not in contract 1.0',
  );
  expect(differing((sdl) => sdl.replace(' @category(is: "HOUSING")', ''))).toBe(
    'HousingSituation carries no directive here and @category(is: "HOUSING") in contract 1.0',
  );
});

test('different descriptions, or another order, are no difference', () => {
  const turned = { ...known, definitions: [...known.definitions].reverse() };
  expect(firstDifference(turned, known, 'contract 1.0')).toBeNull();
  expect(firstDifference(parse('"New." type A { a: Int }'), parse('type A { a: Int }'), 'it')).toBeNull();
});
