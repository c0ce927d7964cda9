/** A workbook of the pack: its path within the folder, and its content. */
import type { Workbook } from "@grootboek/cells"

/** A workbook, made on each use, so that the workbooks of a pack are not all in memory. */
export interface NamedBook {
  readonly path: string
  readonly make: () => Workbook.Workbook
}
