import { calculateJwkThumbprint, type JWK } from 'jose';

/** Names the hub by its key, so that what an agency seals for one hub is no use at another, whatever address it was sent to. */
export const hubNamed = async (key: JWK): Promise<string> => `accord-hub:${await calculateJwkThumbprint(key)}`;
