exports.stringifySetCookie = () => {
  throw new Error('No test sends cookies.');
};
