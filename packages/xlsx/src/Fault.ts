/** Why a spreadsheet is not read: facts, and words for them. */

/** Every reason by name. `cap` is what was allowed, `found` what the file has or claims. */
export type Fault =
  | { readonly _tag: "NotASpreadsheet"; readonly problem: string }
  | { readonly _tag: "Encrypted" }
  | { readonly _tag: "TooManyEntries"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManyBytes"; readonly entry: string; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooDense"; readonly entry: string; readonly ratio: number; readonly cap: number }
  | { readonly _tag: "TooManyStrings"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManyRows"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManyColumns"; readonly row: number; readonly found: number; readonly cap: number }
  | { readonly _tag: "UnknownSheet"; readonly sheet: string; readonly known: ReadonlyArray<string> }

/** The name of a reason. */
export type Tag = Fault["_tag"]

/** What a reason says, in a language. */
export const message = (fault: Fault, language: "en" | "nl" = "en"): string =>
  language === "nl" ? dutch(fault) : english(fault)

const english = (fault: Fault): string => {
  switch (fault._tag) {
    case "NotASpreadsheet":
      return `this is no XLSX file (${fault.problem}); save it as .xlsx or as CSV UTF-8`
    case "Encrypted":
      return "the spreadsheet is protected by a password; save it without one"
    case "TooManyEntries":
      return `the file holds ${fault.found} parts; at most ${fault.cap} are read`
    case "TooManyBytes":
      return `${fault.entry} unpacks to more than ${fault.cap} bytes (${fault.found} seen); save only the sheet that is needed`
    case "TooDense":
      return `${fault.entry} unpacks to ${fault.ratio} times its size; at most ${fault.cap} is read, since no real sheet is so dense`
    case "TooManyStrings":
      return `the file holds ${fault.found} texts; at most ${fault.cap} are read`
    case "TooManyRows":
      return `a sheet has ${fault.found} rows; at most ${fault.cap} are read: delete the empty rows below, or save as CSV`
    case "TooManyColumns":
      return `row ${fault.row} has ${fault.found} columns; at most ${fault.cap} are read: delete the empty columns to the right`
    case "UnknownSheet":
      return `there is no sheet "${fault.sheet}"; the file has ${fault.known.join(", ")}`
  }
}

const dutch = (fault: Fault): string => {
  switch (fault._tag) {
    case "NotASpreadsheet":
      return `dit is geen XLSX-bestand (${fault.problem}); bewaar het als .xlsx of als CSV UTF-8`
    case "Encrypted":
      return "het rekenblad is beveiligd met een wachtwoord; bewaar het zonder"
    case "TooManyEntries":
      return `het bestand heeft ${fault.found} delen; hoogstens ${fault.cap} worden gelezen`
    case "TooManyBytes":
      return `${fault.entry} wordt uitgepakt meer dan ${fault.cap} bytes (${fault.found} gezien); bewaar alleen het nodige blad`
    case "TooDense":
      return `${fault.entry} wordt uitgepakt ${fault.ratio} keer zo groot; hoogstens ${fault.cap} wordt gelezen, want geen echt blad is zo dicht`
    case "TooManyStrings":
      return `het bestand heeft ${fault.found} teksten; hoogstens ${fault.cap} worden gelezen`
    case "TooManyRows":
      return `een blad heeft ${fault.found} rijen; hoogstens ${fault.cap} worden gelezen: verwijder de lege rijen onderaan, of bewaar als CSV`
    case "TooManyColumns":
      return `rij ${fault.row} heeft ${fault.found} kolommen; hoogstens ${fault.cap} worden gelezen: verwijder de lege kolommen rechts`
    case "UnknownSheet":
      return `er is geen blad "${fault.sheet}"; het bestand heeft ${fault.known.join(", ")}`
  }
}
