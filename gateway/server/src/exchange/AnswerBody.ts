import { createGunzip, type Gunzip } from 'node:zlib';

/** What became of a body. One that cannot be unpacked counts as one that broke off. */
export type BodyRead =
  | Readonly<{ kind: 'WHOLE'; text: string }>
  | Readonly<{ kind: 'TOO_LARGE' }>
  | Readonly<{ kind: 'UNREACHABLE' }>;

/**
 * How small the pieces of an answer may be: this many of any size, and beyond them one for so many bytes of the limit. Each piece takes more
 * memory and time than its bytes, hundreds of times as much where an answer is sent byte by byte.
 */
const [anyPieces, bytesOfPiece] = [1_024, 256];

/** Bytes to unpack at a time: most answers take one or two chunks. */
const chunkSize = 64 * 1024;

/**
 * An agency's answer as it arrives, unpacked if it is gzipped. Settles at most once, and never after `drop`.
 *
 * INVARIANT: never keeps more of an answer than the limit, packed or unpacked: one byte of gzip can become a thousand. Too many pieces are
 * too much as well. Unpacks in other threads, so that an agency that sends much delays nobody else.
 */
export class AnswerBody {
  readonly #mostBytes: number;
  readonly #settle: (read: BodyRead) => void;
  readonly #gunzip: Gunzip | undefined;
  readonly #chunks: Buffer[] = [];
  #came = 0;
  #pieces = 0;
  #unpacked = 0;
  #hasCome = false;
  #isUnpacked: boolean;
  #isOver = false;

  /** `encoding` is the answer's `content-encoding`. */
  constructor(encoding: unknown, mostBytes: number, settle: (read: BodyRead) => void) {
    this.#mostBytes = mostBytes;
    this.#settle = settle;
    this.#gunzip = typeof encoding === 'string' && /^(x-)?gzip$/i.test(encoding) ? this.#unpack() : undefined;
    this.#isUnpacked = this.#gunzip === undefined;
  }

  #unpack(): Gunzip {
    const gunzip = createGunzip({ chunkSize });
    gunzip.on('data', (chunk: Buffer) => this.#addUnpacked(chunk));
    gunzip.on('error', () => this.#end({ kind: 'UNREACHABLE' }));
    // Zeros may follow the compressed data, so this can come before all of the body has.
    gunzip.on('end', () => {
      this.#isUnpacked = true;
      this.#endWhole();
    });
    return gunzip;
  }

  add(chunk: Buffer): void {
    if (this.#isOver) return;
    this.#came += chunk.length;
    this.#pieces += 1;
    const tooMany = this.#pieces > anyPieces + this.#mostBytes / bytesOfPiece;
    if (tooMany || this.#came > this.#mostBytes) this.#end({ kind: 'TOO_LARGE' });
    else if (this.#gunzip) this.#gunzip.write(chunk);
    else this.#chunks.push(chunk);
  }

  /** The whole body has come. */
  end(): void {
    if (this.#isOver) return;
    this.#hasCome = true;
    this.#gunzip?.end();
    this.#endWhole();
  }

  /** Nobody waits for this answer any more. */
  drop(): void {
    this.#isOver = true;
    this.#gunzip?.destroy();
  }

  #addUnpacked(chunk: Buffer): void {
    if (this.#isOver) return;
    this.#unpacked += chunk.length;
    if (this.#unpacked > this.#mostBytes) this.#end({ kind: 'TOO_LARGE' });
    else this.#chunks.push(chunk);
  }

  #endWhole(): void {
    if (!this.#hasCome || !this.#isUnpacked) return;
    const [first] = this.#chunks;
    const whole = first && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    this.#end({ kind: 'WHOLE', text: whole.toString('utf8') });
  }

  #end(read: BodyRead): void {
    if (this.#isOver) return;
    this.drop();
    this.#settle(read);
  }
}
