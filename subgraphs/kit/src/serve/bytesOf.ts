/** A request's body, kept as bytes until a gate has checked it; empty where there is no body. */
export const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());
