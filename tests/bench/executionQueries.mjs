// The requests of `execution.mjs`: a big query and a small one, about other users and products each time.
const product = 'inStock name price shippingEstimate upc weight';

export const queries = {
  big: `query Big($group: Int!) {
    users(group: $group) { id username name reviews { id body product { ${product} reviews { id body author { id username name
      reviews { id body product { ${product} } } } } } } }
    topProducts(group: $group) { ${product} reviews { id body author { id username name reviews { id body product { ${product} } } } } } }`,
  small: `query Small($id: ID!) { user(id: $id) { name reviews(first: 1) { body product { name inStock shippingEstimate } } } }`,
};

/**
 * More groups than connections, so that no two concurrent requests are the same. All ids have the same number of digits, so answers are
 * equally long.
 */
export const groups = Array.from({ length: 89 }, (_, n) => 110 + n);

/** The body of a request about one group. */
export const bodyOf = (size, group) =>
  JSON.stringify({ query: queries[size], variables: size === 'big' ? { group } : { id: `u${group}-1` } });
