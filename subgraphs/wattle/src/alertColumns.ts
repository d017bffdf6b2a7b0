import type { InventedAlert } from '@accord/people/InventedPerson';
import { alertCertainties, alertCodes, alertSeverities, alertStates, levels, ownCodeFor } from './ownCodes.ts';
import type { Row } from './recordRows.ts';
import { textDate } from './textDate.ts';

/**
 * A person's alerts in the two places where Wattle keeps them. The most serious alert of the day goes into the ALRT_
 * columns, which the screen shows in red; all others follow each other in ALRT_TXT.
 */
export function alertColumns(alerts: readonly InventedAlert[]): Row {
  const main = alerts.find(isOpenFamilyViolence) ?? alerts.find(isOpen) ?? alerts[0];
  return {
    ...mainColumns(main),
    ALRT_TXT: alerts
      .filter((alert) => alert !== main)
      .map(inHouseFormat)
      .join(' // '),
  };
}

const isOpen = (alert: InventedAlert): boolean => alert.status === 'ACTIVE' || alert.status === 'UNDER_REVIEW';

const isOpenFamilyViolence = (alert: InventedAlert): boolean =>
  isOpen(alert) && (alert.code === 'FAMILY_VIOLENCE_EXPERIENCING' || alert.code === 'FAMILY_VIOLENCE_USING');

const codeAndSeverity = (alert: InventedAlert): string =>
  `${ownCodeFor(alertCodes, alert.code)}-${ownCodeFor(alertSeverities, alert.severity)}`;

const mainColumns = (alert: InventedAlert | undefined): Row => ({
  ALRT_STAT: alert ? codeAndSeverity(alert) : '',
  ALRT_NO: alert?.id ?? null,
  ALRT_CRT: alert ? ownCodeFor(alertCertainties, alert.certainty) : '',
  ALRT_ST: alert ? ownCodeFor(alertStates, alert.status) : '',
  ALRT_DT: textDate(alert?.raisedOn),
  ALRT_LVL: alert ? ownCodeFor(levels, alert.raisedBy) : '',
  ALRT_RVW: textDate(alert?.reviewDue),
  ALRT_END: textDate(alert?.endedOn),
  ALRT_RSN: alert?.endedReason ?? '',
  ALRT_CMT: alert?.text ?? '',
});

/** Writes `#1203 SH-M D O 03/04/2026 L2 RV 03/07/2026 END 05/08/2026 (moved away) = words`; see existing.sql. */
function inHouseFormat(alert: InventedAlert): string {
  const head = [
    `#${alert.id}`,
    codeAndSeverity(alert),
    ownCodeFor(alertCertainties, alert.certainty),
    ownCodeFor(alertStates, alert.status),
    textDate(alert.raisedOn),
    `L${ownCodeFor(levels, alert.raisedBy)}`,
    ...(alert.reviewDue ? [`RV ${textDate(alert.reviewDue)}`] : []),
    ...(alert.endedOn ? [`END ${textDate(alert.endedOn)}`] : []),
    ...(alert.endedReason ? [`(${alert.endedReason})`] : []),
  ];
  // A worker who types the separator inside the text would start a new alert, and learns from it.
  return `${head.join(' ')} = ${alert.text.replaceAll('//', '/')}`;
}
