/** Colours one may choose: the device's, light, dark. */
export const shades = ['auto', 'light', 'dark'] as const;

export type Shade = (typeof shades)[number];

const kept = 'accord.shade';

/** The colours chosen on this device; the device's own where none were. */
export const shadeNow = (): Shade => shades.find((shade) => shade === localStorage.getItem(kept)) ?? 'auto';

/** Shows other colours from now on, on this device. */
export function setShade(shade: Shade): void {
  localStorage.setItem(kept, shade);
  document.documentElement.dataset.shade = shade;
}
