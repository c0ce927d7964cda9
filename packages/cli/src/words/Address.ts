/** The address of a ledger as messages show it. */

/** Returns a text in which the passwords of addresses are replaced by `***`, also those of addresses with a fault. */
export const masked = (text: string): string =>
  text.replace(login, "$<begin>:***@").replace(/(\b(?:ssl)?password=)[^\s&#]*/gi, "$1***")

// Of any scheme, with one slash as in a path that was resolved, and `postgres:` without. A port is not a password. The
// last @ before the path ends a password; one with a slash or a blank ends at the first @, and before another address.
const scheme = String.raw`\b(?:postgres(?:ql)?:|[a-z][a-z0-9+.-]*:\/)\/{0,2}`
const user = String.raw`[^:@\/?#\s]*(?: [^:@\/?#\s]+)?`
const port = String.raw`\d{1,5}(?:\/[^@\s?]*)?(?:[\s?]|$)`
const password = String.raw`(?:[^\s\/?#]*|(?:(?!:\/\/)[^@\n])*)`
const login = new RegExp(`(?<begin>${scheme}${user}):(?!${port}|//)${password}@`, "gi")
