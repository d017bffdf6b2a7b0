/** The purpose under which clients see their own file, and no other. Nobody else is shown through which agency they signed in. */
export const ownAccess = 'CLIENT_ACCESS';
