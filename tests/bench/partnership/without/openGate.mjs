export { orderGate, refuse } from '../../../../subgraphs/kit/dist/guard/permitGate.js';

/** Takes what a permit says for granted: no signature, body, life or second use is looked at. */
export const permitGate = async () => async (authorization) => ({
  kind: 'ADMITTED',
  permit: JSON.parse(Buffer.from(authorization.slice('Bearer '.length), 'base64url').toString()),
});
