/** The address of a ledger as messages show it. */

/** Returns a text in which the passwords of addresses are replaced by `***`. */
export const masked = (text: string): string =>
  text
    // The last @ before the path ends the password, which may contain others.
    .replace(/(postgres(?:ql)?:\/\/[^\s:/?#@]*):[^\s/?#]*@/gi, "$1:***@")
    .replace(/([?&](?:password|sslpassword)=)[^\s&#]*/gi, "$1***")
