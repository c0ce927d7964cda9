/** A file as its reader hands it over: a name, its bytes, and their SHA-256. Nothing here opens a file. */

/** What was read, before anybody knows what it means. */
export interface File {
  readonly name: string
  readonly bytes: Uint8Array
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
}

/** The last part of a path: what `FILE:LINE` shows and what the journal remembers, without what no name may hold. */
export const baseName = (path: string): string => {
  const name = path.replace(/^.*[\\/]/, "").replace(/[\p{Cc}\p{Cs}]/gu, "·")
  return [...name].slice(-100).join("") || "(no name)"
}
