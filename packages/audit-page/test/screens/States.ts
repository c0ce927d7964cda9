/** The states of the page that the screens command opens: every view, with something open in it. */
import { deflateRawSync, inflateRawSync } from "node:zlib"

/** Every view by the name of its picture, with its fragment. */
export const views: ReadonlyArray<readonly [name: string, hash: string]> = [
  ["staten", "view=statements&form=M2"],
  ["uitleg", "view=statements&form=T2&row=EXPLOITATIE/II.A.3.a&year=2027"],
  ["laatste-beslissing", "view=statements&form=M2&blame=1"],
  ["doelen", "view=statements&form=goals&row=Totaal/A10102/U&year=2026"],
  ["jaarrekening", "view=statements&form=J1"],
  ["jaarrekening-uitleg", "view=statements&form=J2&row=Budgettair resultaat/I.b&year=2026&column=initial"],
  ["wijzigingen", "view=changes&from=decision:2026/0&to=decision:2026/1&form=M2"],
  [
    "oorzaken",
    "view=changes&from=decision:2026/0&to=decision:2026/1&form=M2&row=Budgettair resultaat/IX&year=2028",
  ],
  ["lijst", "view=changes&as=list&form=M2&from=decision:2026/0&to=decision:2026/1"],
  ["besluit", "view=decision&to=decision:2026/1"],
  ["wat-als", "view=whatIf&suppose=62+%2B2%25+2028-2031+index&suppose=7450000@A10101+-500"],
  ["verloop", "view=replay&to=decision:2026/2&step=3"],
  ["grafieken", "view=charts&from=decision:2026/0&to=decision:2026/1"],
  ["indicatoren", "view=indicators&on=2026-12-31&indicator=A10302/1"],
  ["controles", "view=checks"],
  ["journaal", "view=journal&entry=70"],
  ["integriteit", "view=integrity"],
]

/** The widths of a screen: desktop, small laptop, tablet and phone, in px. */
export const widths = [1440, 1024, 820, 390] as const

/** Returns a page of which one byte of the journal is changed, in an entry after the plan. */
export const damaged = (html: string): string =>
  html.replace(/(id="journal">\n)([^\n ]+)/, (_, before: string, line: string) => {
    const bytes = inflateRawSync(Buffer.from(line, "base64"))
    const at = bytes.lastIndexOf('"2026":"')
    bytes[at + 8] = bytes[at + 8] === 49 ? 50 : 49
    return before + deflateRawSync(bytes).toString("base64")
  })
