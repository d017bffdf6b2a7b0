// The supergraph of `execution.mjs`: users, products, reviews and inventory, as in most federation benchmarks.
const link = (names) => `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])`;

export const executionSdl = {
  accounts: `${link('"@key"')}
    type Query { users(group: Int!): [User!]  user(id: ID!): User }
    type User @key(fields: "id") { id: ID!  name: String  username: String }`,
  products: `${link('"@key"')}
    type Query { topProducts(group: Int!, first: Int = 5): [Product!] }
    type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }`,
  reviews: `${link('"@key"')}
    type Review @key(fields: "id") { id: ID!  body: String  author: User  product: Product }
    type User @key(fields: "id") { id: ID!  reviews(first: Int = 4): [Review!] }
    type Product @key(fields: "upc") { upc: String!  reviews(first: Int = 4): [Review!] }`,
  inventory: `${link('"@key", "@external", "@requires"')}
    type Product @key(fields: "upc") {
      upc: String!  price: Int @external  weight: Int @external
      inStock: Boolean  shippingEstimate: Int @requires(fields: "price weight")
    }`,
};
