import { getLocalTimeZone, today } from '@internationalized/date';

/** True from the day itself, in the device's time zone: an alert no longer holds from the day on which it expires unless it is extended. */
export const isPast = (day: string): boolean => day <= today(getLocalTimeZone()).toString();
