/** Reports what is being done while it happens. */
export type Progress = Readonly<{
  /** Runs a step; prints its name before and its duration after. */
  step<Result>(name: string, run: () => Promise<Result>): Promise<Result>;
}>;

/** Progress on a terminal: one line per step. */
export const progressTo = (write: (text: string) => void): Progress => ({
  async step(name, run) {
    const began = Date.now();
    write(`  ${name} … `);
    try {
      const result = await run();
      write(`${((Date.now() - began) / 1000).toFixed(1)} s\n`);
      return result;
    } catch (error) {
      write('failed\n');
      throw error;
    }
  },
});
