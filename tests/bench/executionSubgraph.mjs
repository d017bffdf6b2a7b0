// The four subgraphs of `execution.mjs`, each on its own port: invented users, products, reviews and stock, computed by arithmetic. Whole
// answers are cached, so that the gateways are measured and not the subgraphs. Each reports on request how many requests it got.
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate } from 'graphql';
import { executionSdl } from './executionSdl.mjs';

const [users, products] = [6, 9];
const list = (count, item) => Array.from({ length: count }, (_, index) => item(index));
// An id is a letter, the group of one request, and a number within it: each request is about other people and products.
const partsOf = (id) => id.slice(1).split('-').map(Number);
const user = (group, n) => ({ id: `u${group}-${n % users}` });
const product = (group, n) => ({ upc: `p${group}-${n % products}` });
const review = (group, n) => ({
  id: `r${group}-${n}`,
  body: `Review ${n}: does what it says, and came in good order.`,
  author: user(group, n * 5),
  product: product(group, n * 7),
});
const nameOf = (id) => `Name of ${id}`;

const resolvers = {
  accounts: {
    Query: {
      users: (_, { group }) => list(users, (n) => user(group, n)),
      user: (_, { id }) => ({ id }),
    },
    User: { __resolveReference: ({ id }) => ({ id }), name: ({ id }) => nameOf(id), username: ({ id }) => `@${id}` },
  },
  products: {
    Query: { topProducts: (_, { group, first }) => list(first, (n) => product(group, n)) },
    Product: {
      __resolveReference: ({ upc }) => ({ upc }),
      name: ({ upc }) => nameOf(upc),
      price: ({ upc }) => 100 + partsOf(upc)[1] * 50,
      weight: ({ upc }) => 10 + partsOf(upc)[1],
    },
  },
  reviews: {
    User: {
      __resolveReference: ({ id }) => ({ id }),
      reviews: ({ id }, { first }) => list(first, (k) => review(partsOf(id)[0], partsOf(id)[1] * 4 + k)),
    },
    Product: {
      __resolveReference: ({ upc }) => ({ upc }),
      reviews: ({ upc }, { first }) => list(first, (k) => review(partsOf(upc)[0], partsOf(upc)[1] * 4 + k)),
    },
    Review: { __resolveReference: ({ id }) => review(...partsOf(id)) },
  },
  inventory: {
    Product: {
      __resolveReference: (representation) => representation,
      inStock: ({ upc }) => partsOf(upc)[1] % 3 !== 0,
      shippingEstimate: ({ price, weight }) => (price > 300 ? 0 : weight * 2),
    },
  },
};

const answers = new Map();
const asked = {};

function answersOf(name) {
  const schema = buildSubgraphSchema({ typeDefs: parse(executionSdl[name]), resolvers: resolvers[name] });
  return async (body) => {
    const key = `${name} ${body}`;
    const known = answers.get(key);
    if (known) return known;
    const { query, variables } = JSON.parse(body);
    const document = parse(query, { noLocation: true });
    const [fault] = validate(schema, document);
    if (fault) throw fault;
    const answer = Buffer.from(JSON.stringify(await execute({ schema, document, variableValues: variables })));
    if (answers.size > 50_000) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

function serve(name) {
  const answerTo = answersOf(name);
  asked[name] = 0;
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      asked[name] += 1;
      const answer = await answerTo(Buffer.concat(chunks).toString());
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
      response.end(answer);
    });
  });
  // Connections must stay open while another gateway is measured.
  server.keepAliveTimeout = 600_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve([name, `http://127.0.0.1:${server.address().port}/graphql`]));
  });
}

process.on('message', () => process.send({ asked }));
process.send({ urls: Object.fromEntries(await Promise.all(Object.keys(executionSdl).map(serve))) });
process.once('disconnect', () => process.exit(0));
