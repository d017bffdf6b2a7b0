/** A request's body, which stays bytes until a gate has judged it; none where there is no body. */
export const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());
