/**
 * A small assembler for WebAssembly: each instruction is a function from its operands' code to its own bytes.
 *
 * It has only what the scan needs (specification: binary format; SIMD opcodes are those of the 2.0 standard). It is written
 * here rather than taken from a package so that a build needs no other tool and a reader sees every instruction.
 */
export type Code = readonly number[];
export type Local = number;

const I32 = 0x7f;
const V128 = 0x7b;

export const get = (local: Local): Code => [0x20, ...unsigned(local)];
export const set = (local: Local, value: Code): Code => [...value, 0x21, ...unsigned(local)];

export const i32 = (value: number): Code => [0x41, ...signed(value)];
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
/** Unsigned, as are all comparisons and divisions here. */
export const divide = (a: Code, b: Code): Code => [...a, ...b, 0x6e];
export const isLess = (a: Code, b: Code): Code => [...a, ...b, 0x49];
export const isAbove = (a: Code, b: Code): Code => [...a, ...b, 0x4b];
export const i32Load = (address: Code, offset = 0): Code => [...address, 0x28, 2, ...unsigned(offset)];
export const i32Store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  ...[0x36, 2],
  ...unsigned(offset),
];

export const v128Load = (address: Code, offset = 0): Code => [...address, 0xfd, 0x00, 4, ...unsigned(offset)];
export const v128Store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  ...[0xfd, 0x0b, 4],
  ...unsigned(offset),
];
export const allOnes: Code = [0xfd, 0x0c, ...new Array<number>(16).fill(0xff)];
export const and = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0x4e];
/** `a` without the bits of `b`. */
export const andNot = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0x4f];
export const or = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0x50];
export const xor = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0x51];
export const anyTrue = (a: Code): Code => [...a, 0xfd, 0x53];

const NOTHING = 0x40;
export const block = (...body: readonly Code[]): Code => [0x02, NOTHING, ...body.flat(), 0x0b];
export const loop = (...body: readonly Code[]): Code => [0x03, NOTHING, ...body.flat(), 0x0b];
/** Branches out of `depth` enclosing blocks, or back to the start if that one is a loop. */
export const go = (depth: number): Code => [0x0c, ...unsigned(depth)];
export const goIf = (condition: Code, depth: number): Code => [...condition, 0x0d, ...unsigned(depth)];
export const not = (a: Code): Code => [...a, 0x45];

export type OneFunction = Readonly<{
  name: string;
  /** How many further locals of each type, in the order of their indices. */
  i32s: number;
  v128s: number;
  body: Code;
}>;

/**
 * Returns a module of exported functions, all with the same parameters (i32s in, one i32 out), over an imported `env.memory`.
 */
export function moduleOf(parameters: number, functions: readonly OneFunction[]): Uint8Array<ArrayBuffer> {
  const bodies = functions.map(({ i32s, v128s, body }) => {
    const code = [...unsigned(2), ...unsigned(i32s), I32, ...unsigned(v128s), V128, ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  const exported = functions.map(({ name }, place) => [...text(name), 0x00, ...unsigned(place)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, ...unsigned(parameters), ...new Array<number>(parameters).fill(I32), 1, I32]),
    ...section(2, [1, ...text('env'), ...text('memory'), 0x02, 0x00, ...unsigned(1)]),
    ...section(3, vector(functions.map(() => [0]))),
    ...section(7, vector(exported)),
    ...section(10, vector(bodies)),
  ]);
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const section = (id: number, body: Code): Code => [id, ...unsigned(body.length), ...body];
const text = (word: string): Code => [word.length, ...[...word].map((letter) => letter.charCodeAt(0))];

/** LEB128, unsigned. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
