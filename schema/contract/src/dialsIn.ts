/** The address, in the hub's list of agencies, of an agency that cannot open a port and dials the hub instead. */
export const dialsIn = 'connect:';
