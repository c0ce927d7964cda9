/** Small files that tests write as text. */
import { createHash } from "node:crypto"
import { type File, type Layout, Reader } from "../src/index.ts"

/** SHA-256 by Node. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

/** A file of bytes, or of text in UTF-8. */
export const fixture = (name: string, content: Uint8Array | string): File => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  return { name, bytes, sha256: sha256(bytes) }
}

/** Reads a file with default options. */
export const read = (
  kind: Layout.ImportKind,
  file: File | string,
  options: Partial<Reader.ReaderOptions> = {},
): Reader.FileContent =>
  Reader.read(kind, typeof file === "string" ? fixture("budget.csv", file) : file, {
    sha256,
    plan: "2026/0",
    ...options,
  })

/** The header of budget lines for two years. */
export const header =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2026;2027"
