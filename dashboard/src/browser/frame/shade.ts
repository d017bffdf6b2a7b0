/** The colour schemes on offer: the device's, light, dark. */
export const shades = ['auto', 'light', 'dark'] as const;

export type Shade = (typeof shades)[number];

const kept = 'accord.shade';

/** The colour scheme chosen on this device; the device's own if none was. */
export const shadeNow = (): Shade => shades.find((shade) => shade === localStorage.getItem(kept)) ?? 'auto';

/** Switches the colour scheme from now on, on this device. */
export function setShade(shade: Shade): void {
  localStorage.setItem(kept, shade);
  document.documentElement.dataset.shade = shade;
}
