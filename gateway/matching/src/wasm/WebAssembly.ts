// The parts of WebAssembly used here. This package builds without the types of a browser or of Node.

export type WasmMemory = Readonly<{ buffer: ArrayBuffer; grow(pages: number): number }>;

type Api = Readonly<{
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  Memory: new (size: { initial: number; maximum: number }) => WasmMemory;
}>;

declare const WebAssembly: Api | undefined;

/** Returns undefined if there is no WebAssembly. */
export const webAssembly = (): Api | undefined => (typeof WebAssembly === 'undefined' ? undefined : WebAssembly);
