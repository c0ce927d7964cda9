/** A report as an office document. The library that writes it is loaded on first use. */
import type { Document } from "@grootboek/cells"

export const write = async (report: Document.Document): Promise<Uint8Array> => {
  const { write: writeDocument } = await import("./DocxDocument.ts")
  return writeDocument(report)
}
