/** The name of a ledger in the lake, which is also the name of its folders. */

/** Why a name cannot be that of a ledger in the lake. */
export type NameRefused =
  /** The name has a character that a folder cannot have on every system, such as `/`, or begins or ends with a dot. */
  | { readonly _tag: "NameRefused"; readonly name: string }
  /** Another ledger has a name that differs in upper and lower case only. */
  | { readonly _tag: "NameTaken"; readonly name: string; readonly other: string }

/** Returns why a name is refused; `others` are the ledgers that the lake has. */
export const refusal = (name: string, others: ReadonlyArray<string>): NameRefused | undefined => {
  if (!/^[\p{L}\p{N}_](?:[\p{L}\p{N} ._-]{0,98}[\p{L}\p{N}_-])?$/u.test(name) || name.includes(".."))
    return { _tag: "NameRefused", name }
  const other = others.find((one) => one !== name && one.toLowerCase() === name.toLowerCase())
  return other === undefined ? undefined : { _tag: "NameTaken", name, other }
}
