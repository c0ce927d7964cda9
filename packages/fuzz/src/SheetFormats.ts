/** The formats of spreadsheets that the campaign changes. */

import type { FuzzedFormat } from "./FuzzedFormat.ts"
import * as OpenDocumentBase from "./OpenDocumentBase.ts"
import * as OpenDocumentReference from "./OpenDocumentReference.ts"
import * as OpenDocumentXml from "./OpenDocumentXml.ts"
import * as SheetBase from "./SheetBase.ts"
import * as SheetChange from "./SheetChange.ts"
import * as SheetReference from "./SheetReference.ts"
import * as WorkbookXml from "./WorkbookXml.ts"

export const workbook: FuzzedFormat = {
  extension: "xlsx",
  sheets: SheetBase.sheets,
  pieces: SheetBase.parts,
  partsOf: (pieces) => pieces,
  changes: SheetChange.of(WorkbookXml.xml),
  hasPartPerSheet: true,
  shownBy: SheetReference.shownBy,
  sumOf: SheetReference.sumOf,
}

export const openDocument: FuzzedFormat = {
  extension: "ods",
  sheets: OpenDocumentBase.sheets,
  pieces: OpenDocumentBase.pieces,
  partsOf: OpenDocumentBase.partsOf,
  changes: SheetChange.of(OpenDocumentXml.xml),
  hasPartPerSheet: false,
  shownBy: OpenDocumentReference.shownBy,
  sumOf: OpenDocumentReference.sumOf,
}
