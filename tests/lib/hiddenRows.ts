import type { OwnRows } from './AgencyDatabases.ts';
import { filedRows, type MoreRows } from './attackedHub.ts';

/** What Harbour's workers may see of Ada's file at Wattle: her risk. */
const shownAlerts = [
  '#101 FV-H A O 05/03/2026 L1 RV 05/04/2026 = shown one',
  '#105 PV-M D R 05/03/2026 L2 = shown two',
  '#109 FV-C H C 20/05/2026 L1 END 01/06/2026 (over) = shown three',
];
const letters = ['MD', 'SH', 'NC', 'WP', 'CH', 'IN', 'XX'];
const [graveness, certainties, states] = [
  ['L', 'M', 'H', 'C'],
  ['I', 'D', 'A', 'H', 'R', 'C'],
  ['O', 'R', 'C', 'E'],
];

/**
 * Before, between and after what is shown, by number, day and severity; some have the same day and severity. One cannot be
 * parsed.
 */
const hiddenAlerts = [
  ...letters.map((letter, at) => {
    const [grave, sure, state] = [graveness, certainties, states].map((list) => list[at % list.length]);
    const review = at % 2 === 0 ? ' RV 01/04/2026' : '';
    return `#${100 + 2 * at} ${letter}-${grave} ${sure} ${state} 05/0${1 + (at % 6)}/2026 L1${review} = HIDDEN ${letter}`;
  }),
  '#112 SH-C A O 05/03/2026 L1 = HIDDEN same day, graver',
  '#113 MD-H A O 05/03/2026 L1 RV 05/04/2026 = HIDDEN same day, as grave',
  'see paper file HIDDEN',
];
const note = { PRS_NO: 2, NT_DT: '05/03/2026', NT_BY: 'TN' };
const shown: MoreRows = {
  wattle: {
    TBL_NEED: [{ ND_NO: 2, PRS_NO: 2, ND_CD: 'DFV', ND_DT: '05/03/2026' }],
    TBL_NOTE: [{ ...note, NT_NO: 2, NT_TYP: 'R', NT_TXT: 'shown note' }],
  },
};

/** Two files of Ada's at Wattle that differ only in what Harbour may not know: one has much of it, the other none. */
export function withAndWithoutHidden(): Readonly<{ hidden: OwnRows; none: OwnRows }> {
  const spliced = hiddenAlerts.flatMap((text, at) => [text, ...(at < shownAlerts.length ? [shownAlerts[at]] : [])]);
  const none = filedRows({ ...shown, ada: { ALRT_TXT: shownAlerts.join(' // ') } });
  const hidden = filedRows({
    ada: {
      ...{ ALRT_STAT: 'MD-C', ALRT_NO: 1, ALRT_CRT: 'A', ALRT_ST: 'O', ALRT_DT: '01/09/2026', ALRT_LVL: '1' },
      ...{ ALRT_CMT: 'HIDDEN main', ALRT_TXT: spliced.join(' // '), CULT: 'HIDDEN', LANG: 'Dari' },
      ...{ HSG_CD: 'C', HSG_DT: '01/02/2026', HSG_RISK: 'Y', PROG: 'Refuge' },
    },
    wattle: {
      TBL_NEED: [
        { ND_NO: 1, PRS_NO: 2, ND_CD: 'MENTL', ND_DT: '06/03/2026' },
        ...(shown.wattle?.TBL_NEED ?? []),
        { ND_NO: 3, PRS_NO: 2, ND_CD: 'HCRIS', ND_DT: '05/03/2026' },
      ],
      TBL_NOTE: [
        { ...note, NT_NO: 1, NT_TYP: 'N', NT_TXT: 'HIDDEN' },
        ...(shown.wattle?.TBL_NOTE ?? []),
        { ...note, NT_NO: 3, NT_TYP: 'RN', NT_TXT: 'HIDDEN in part' },
      ],
      TBL_EPIS: [{ EP_NO: 1, PRS_NO: 2, EP_PROG: 'HIDDEN', EP_STAT: 'A', EP_FROM: '06/01/2026' }],
    },
  });
  return { hidden, none: { ...none, wattle: { ...none.wattle, TBL_CTACT: [] } } };
}
