/** Who runs the plans of the hubs under test: `ACCORD_EXECUTOR=apollo npx jest …` has Apollo's gateway run them. */
export const executorUnderTest = process.env.ACCORD_EXECUTOR === 'apollo' ? 'apollo' : 'own';
