/** The address of an agency that cannot open a port and dials the hub, in the hub's list of agencies. */
export const dialsIn = 'connect:';
