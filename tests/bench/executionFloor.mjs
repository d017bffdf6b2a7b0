// A gateway hand-written for the two queries of `execution.mjs` and nothing else: the most that plain Node can do. It parses no GraphQL,
// checks nothing and handles no errors. `apollo`: the subrequests of Apollo's plan, without duplicate representations; `best`: as few as
// the queries need.
import { createServer } from 'node:http';
import { Pool } from 'undici';

const [plan] = process.argv.slice(2);
const { urls } = JSON.parse(process.env.ACCORD_SUPERGRAPH);
const headers = { 'content-type': 'application/json' };
const pools = Object.fromEntries(
  Object.entries(urls).map(([name, url]) => [
    name,
    { pool: new Pool(new URL(url).origin, { connections: 32 }), path: new URL(url).pathname },
  ]),
);

async function ask(name, query, variables) {
  const { pool, path } = pools[name];
  const { body } = await pool.request({ method: 'POST', path, headers, body: JSON.stringify({ query, variables }) });
  const { data } = await body.json();
  return data;
}
const entities = (type, fields) => `query($r:[_Any!]!){_entities(representations:$r){...on ${type}{${fields}}}}`;

// Each product once, by its key.
const byUpc = (products) => [...new Map(products.map((product) => [product.upc, product])).values()];
const byId = (users) => [...new Map(users.map((user) => [user.id, user])).values()];
const product = ({ upc }) => ({ __typename: 'Product', upc });
const priced = ({ upc, price, weight }) => ({ __typename: 'Product', upc, price, weight });
const user = ({ id }) => ({ __typename: 'User', id });

/** Requests entities and returns the answer for each, by its key. */
async function about(name, query, representations, keyOf) {
  if (representations.length === 0) return new Map();
  const { _entities } = await ask(name, query, { r: representations });
  return new Map(representations.map((representation, at) => [keyOf(representation), _entities[at]]));
}
const upcOf = ({ upc }) => upc;
const idOf = ({ id }) => id;

const lastReviews = 'reviews{id body product{upc}}';
const fromProduct = `reviews{id body author{id ${lastReviews}}}`;
const fromUser = `reviews{id body product{upc ${fromProduct}}}`;
const texts = {
  users: 'query($group:Int!){users(group:$group){id username name}}',
  top: 'query($group:Int!){topProducts(group:$group){upc price weight name}}',
  userReviews: entities('User', fromUser),
  productReviews: entities('Product', fromProduct),
  bothReviews: `query($u:[_Any!]!,$p:[_Any!]!){u:_entities(representations:$u){...on User{${fromUser}}} p:_entities(representations:$p){...on Product{${fromProduct}}}}`,
  names: entities('Product', 'name price weight'),
  people: entities('User', 'username name'),
  shipping: entities('Product', 'shippingEstimate'),
  stock: entities('Product', 'inStock'),
  both: entities('Product', 'inStock shippingEstimate'),
};

const productOf = (facts, upc, more) => {
  const { inStock, name, price, shippingEstimate, weight } = facts.get(upc);
  return { inStock, name, price, shippingEstimate, upc, weight, ...more };
};
const last = (reviews, facts) =>
  reviews.map(({ id, body, product: { upc } }) => ({ id, body, product: productOf(facts, upc) }));
const middle = (reviews, facts, people) =>
  reviews.map(({ id, body, author }) => ({
    id,
    body,
    author: {
      id: author.id,
      username: people.get(author.id).username,
      name: people.get(author.id).name,
      reviews: last(author.reviews, facts),
    },
  }));

/** Names and prices, then shipping costs, and in parallel the stock. Three requests. */
async function productFacts(products) {
  const [named, stocked] = await Promise.all([
    about('products', texts.names, products.map(product), upcOf).then(async (names) => {
      const estimates = await about(
        'inventory',
        texts.shipping,
        products.map(({ upc }) => priced({ upc, ...names.get(upc) })),
        upcOf,
      );
      return new Map([...names].map(([upc, facts]) => [upc, { ...facts, ...estimates.get(upc) }]));
    }),
    about('inventory', texts.stock, products.map(product), upcOf),
  ]);
  return new Map([...named].map(([upc, facts]) => [upc, { ...facts, ...stocked.get(upc) }]));
}

/** Sixteen requests, as Apollo's planner plans them. */
async function bigAsPlanned({ group }) {
  const usersPart = async () => {
    const { users } = await ask('accounts', texts.users, { group });
    const reviews = await about('reviews', texts.userReviews, users.map(user), idOf);
    const near = [...reviews.values()].flatMap((one) => one.reviews.map((review) => review.product));
    const authors = near.flatMap((one) => one.reviews.map((review) => review.author));
    const far = authors.flatMap((one) => one.reviews.map((review) => review.product));
    const [nearFacts, farFacts, people] = await Promise.all([
      productFacts(byUpc(near)),
      productFacts(byUpc(far)),
      about('accounts', texts.people, byId(authors).map(user), idOf),
    ]);
    return users.map(({ id, username, name }) => ({
      ...{ id, username, name },
      reviews: reviews.get(id).reviews.map(({ id: reviewId, body, product: { upc, reviews: inner } }) => ({
        id: reviewId,
        body,
        product: productOf(nearFacts, upc, { reviews: middle(inner, farFacts, people) }),
      })),
    }));
  };
  const topPart = async () => {
    const { topProducts } = await ask('products', texts.top, { group });
    const [reviews, stocked] = await Promise.all([
      about('reviews', texts.productReviews, topProducts.map(product), upcOf).then(async (found) => {
        const authors = [...found.values()].flatMap((one) => one.reviews.map((review) => review.author));
        const far = authors.flatMap((one) => one.reviews.map((review) => review.product));
        const [facts, people] = await Promise.all([
          productFacts(byUpc(far)),
          about('accounts', texts.people, byId(authors).map(user), idOf),
        ]);
        return new Map([...found].map(([upc, one]) => [upc, middle(one.reviews, facts, people)]));
      }),
      about('inventory', texts.both, topProducts.map(priced), upcOf),
    ]);
    const facts = new Map(topProducts.map((one) => [one.upc, { ...one, ...stocked.get(one.upc) }]));
    return topProducts.map(({ upc }) => productOf(facts, upc, { reviews: reviews.get(upc) }));
  };
  const [users, topProducts] = await Promise.all([usersPart(), topPart()]);
  return { users, topProducts };
}

/** Five requests: two to begin, one for all reviews, one for what is still unknown about the products, one for their stock. */
async function bigAtBest({ group }) {
  const [{ users }, { topProducts }] = await Promise.all([
    ask('accounts', texts.users, { group }),
    ask('products', texts.top, { group }),
  ]);
  const { u, p } = await ask('reviews', texts.bothReviews, { u: users.map(user), p: topProducts.map(product) });
  const near = u.flatMap((one) => one.reviews.map((review) => review.product));
  const authors = [...near, ...p].flatMap((one) => one.reviews.map((review) => review.author));
  const all = byUpc([...near, ...authors.flatMap((one) => one.reviews.map((review) => review.product))]);
  const people = new Map(users.map((one) => [one.id, one]));
  const unknown = byId(authors).filter(({ id }) => !people.has(id));
  const facts = new Map(topProducts.map((one) => [one.upc, one]));
  const [found, named] = await Promise.all([
    about('accounts', texts.people, unknown.map(user), idOf),
    about('products', texts.names, all.filter(({ upc }) => !facts.has(upc)).map(product), upcOf),
  ]);
  for (const [id, one] of found) people.set(id, one);
  for (const [upc, one] of named) facts.set(upc, { upc, ...one });
  const stocked = await about('inventory', texts.both, [...facts.values()].map(priced), upcOf);
  for (const [upc, one] of stocked) facts.set(upc, { ...facts.get(upc), ...one });
  return {
    users: users.map(({ id, username, name }, at) => ({
      ...{ id, username, name },
      reviews: u[at].reviews.map(({ id: reviewId, body, product: { upc, reviews } }) => ({
        id: reviewId,
        body,
        product: productOf(facts, upc, { reviews: middle(reviews, facts, people) }),
      })),
    })),
    topProducts: topProducts.map(({ upc }, at) =>
      productOf(facts, upc, { reviews: middle(p[at].reviews, facts, people) }),
    ),
  };
}

const smallTexts = {
  user: 'query($id:ID!){user(id:$id){id name}}',
  reviews: entities('User', 'reviews(first:1){body product{upc}}'),
};

async function small({ id }) {
  const { user: found } = await ask('accounts', smallTexts.user, { id });
  const { reviews } = (await about('reviews', smallTexts.reviews, [user(found)], idOf)).get(id);
  const products = reviews.map((review) => review.product);
  const facts =
    plan === 'apollo'
      ? await productFacts(products)
      : await about('products', texts.names, products.map(product), upcOf).then(async (names) => {
          const rest = await about(
            'inventory',
            texts.both,
            products.map(({ upc }) => priced({ upc, ...names.get(upc) })),
            upcOf,
          );
          return new Map([...names].map(([upc, one]) => [upc, { ...one, ...rest.get(upc) }]));
        });
  return {
    user: {
      name: found.name,
      reviews: reviews.map(({ body, product: { upc } }) => {
        const { name, inStock, shippingEstimate } = facts.get(upc);
        return { body, product: { name, inStock, shippingEstimate } };
      }),
    },
  };
}

const big = plan === 'apollo' ? bigAsPlanned : bigAtBest;
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const data = await (query.startsWith('query Big') ? big : small)(variables);
    const answer = Buffer.from(JSON.stringify({ data }));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length });
    response.end(answer);
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}/graphql` }));
process.once('disconnect', () => process.exit(0));
