/** A file as the caller provides it. Nothing here opens a file. */

/** A file that was read, before its meaning is known. */
export interface File {
  readonly name: string
  readonly bytes: Uint8Array
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
}

/** Returns the last part of a path, at most 100 characters, for messages and the journal. */
export const baseName = (path: string): string => {
  const name = path.replace(/^.*[\\/]/, "").replace(/[\p{Cc}\p{Cs}]/gu, "·")
  return [...name].slice(-100).join("") || "(no name)"
}

export const concat = (pieces: ReadonlyArray<Uint8Array>): Uint8Array => {
  const out = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}
