/** GraphQL's media type for answers (GraphQL over HTTP, 4): a caller who asks for it reads the errors in an answer whatever its status. */
const graphqlType = 'application/graphql-response+json';
const jsonType = 'application/json';

/** Returns the media type of an answer: GraphQL's own, if `Accept` (RFC 9110, 12.5.1) names it and does not prefer plain JSON. */
export function answerType(accepted = ''): string {
  const weights = new Map(accepted.split(',').map(weightOf));
  const weight = weights.get(graphqlType) ?? 0;
  return weight > 0 && weight >= (weights.get(jsonType) ?? 0) ? graphqlType : jsonType;
}

function weightOf(range: string): readonly [type: string, weight: number] {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return [type, weight === undefined ? 1 : Number(weight) || 0];
}
