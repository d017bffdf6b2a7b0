/** Ada's row in Wattle's table of people, without its number, for tests that do not depend on its content. */
export const adaAtWattle = {
  ...{ S_NAM: 'Brook', F_NAM: 'Ada', SEX_CD: 'F' },
  ...{ PROG: 'Case work', WKR_INIT: 'TN', OPN_DT: '06/01/2026' },
};
