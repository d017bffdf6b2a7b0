/** Which executor runs the plans of the hubs under test: `ACCORD_EXECUTOR=apollo npx jest …` selects Apollo's gateway. */
export const executorUnderTest = process.env.ACCORD_EXECUTOR === 'apollo' ? 'apollo' : 'own';
