/** An office document of the pack: its path within the folder, and its content. */
import type { Document } from "@grootboek/cells"

/** An office document, made on each use. */
export interface NamedDocument {
  readonly path: string
  readonly make: () => Document.Document
}
