/** What GraphQL calls its answers (GraphQL over HTTP, 4): who asks for it reads the errors in one whatever its status is. */
const graphqlType = 'application/graphql-response+json';
const jsonType = 'application/json';

/** The media type under which an answer goes out: GraphQL's own where `Accept` (RFC 9110, 12.5.1) names it and not rather plain JSON. */
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
