/** LibreOffice Calc without a window: set to Belgium, and to recalculate every formula when it opens a file. */
import { spawnSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

export const debianPackage = "libreoffice-calc"

export const isInstalled = (): boolean =>
  spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0

/** A profile in a folder, and the conversions that it runs. */
export interface Converter {
  /** Converts workbooks to CSV, a file per sheet: every cell as it is shown, formulas recalculated. */
  readonly shown: (files: ReadonlyArray<string>, out: string) => void
  /** Saves workbooks as OpenDocument spreadsheets (`.ods`). */
  readonly documents: (files: ReadonlyArray<string>, out: string) => void
  /** Opens CSV files as a Belgian or an English user does, and saves them as workbooks. */
  readonly opened: (files: ReadonlyArray<string>, out: string, notation: "be" | "en") => void
}

/** The numbers of locales that LibreOffice uses: Dutch (Belgium) and English (United States). */
const locales = { be: 2067, en: 1033 } as const

/** Field delimiter, quote, character set (76 is UTF-8), first line, formats, locale. */
const csvOptions = (notation: "be" | "en"): string =>
  `Text - txt - csv (StarCalc):${notation === "be" ? 59 : 44},34,76,1,,${locales[notation]}`

/** Returns a converter with a profile of its own in a folder. Throws when LibreOffice ends with an error. */
export const converter = (folder: string): Converter => {
  mkdirSync(join(folder, "user"), { recursive: true })
  writeFileSync(join(folder, "user", "registrymodifications.xcu"), settings)
  const profile = `-env:UserInstallation=${pathToFileURL(folder).href}`
  const convert = (
    format: string,
    files: ReadonlyArray<string>,
    out: string,
    ...options: ReadonlyArray<string>
  ): void => {
    const { status, stderr } = spawnSync(
      "soffice",
      [profile, "--headless", ...options, "--convert-to", format, "--outdir", out, ...files],
      { encoding: "utf8", timeout: 300_000 },
    )
    if (status !== 0) throw new Error(`soffice ended with status ${status}: ${stderr}`)
  }
  return {
    // Quotes only where needed, numbers as shown, no formulas, all sheets.
    shown: (files, out) => convert(`csv:${csvOptions("be")},false,false,true,false,false,-1`, files, out),
    documents: (files, out) => convert("ods", files, out),
    opened: (files, out, notation) =>
      convert("xlsx", files, out, `--infilter=${csvOptions(notation)},false,true`),
  }
}

const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-BE</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`
