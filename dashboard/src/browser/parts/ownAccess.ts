/** For this only people ask of themselves, and through which agency they signed in no other is told. */
export const ownAccess = 'CLIENT_ACCESS';
