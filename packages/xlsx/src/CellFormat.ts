/**
 * Number formats of cells, as far as they change what a number means: days, and codes that are shown with leading zeros or
 * letters. Amounts are read by their value, whatever their format.
 */

export type CellFormat =
  /** An amount or a count; `decimals` is undefined where the format shows all of them. */
  | { readonly _tag: "Plain"; readonly decimals?: number }
  | { readonly _tag: "Day" }
  /** A day of which only the year is shown. */
  | { readonly _tag: "Year" }
  | { readonly _tag: "Percent" }
  /** A code: digits between fixed texts, with at least `digits` digits. */
  | { readonly _tag: "Code"; readonly before: string; readonly digits: number; readonly after: string }

/** The format of numbers without a format. */
export const plain: CellFormat = { _tag: "Plain" }

/** Returns the meaning of a format. `code` is the text of a format that the file defines itself. */
export const of = (id: number, code: string | undefined): CellFormat => {
  if (code === undefined) return builtIn(id)
  const [first = ""] = sections(code)
  const tokens = tokensOf(first)
  const marks = tokens.flatMap((token) => (token.isText ? [] : [token.text])).join("")
  if (/^y+$/i.test(marks)) return { _tag: "Year" }
  if (/[dmy]/i.test(marks.replace(/general/gi, "")) && !/[0#?]/.test(marks)) return { _tag: "Day" }
  if (marks.includes("%")) return { _tag: "Percent" }
  const found = codeOf(tokens)
  const figure = /^[#0,?\s-]*[0#](?:\.([0#?]+))?[^0#?.,eE/@]*$/.exec(marks)
  return found._tag === "Plain" && figure !== null
    ? { _tag: "Plain", decimals: figure[1]?.length ?? 0 }
    : found
}

/** Formats that every spreadsheet program has without a text: 14 to 22 are days, as are those of East Asia. */
const builtIn = (id: number): CellFormat => {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36) return { _tag: "Day" }
  if (id >= 50 && id <= 58) return { _tag: "Day" }
  if (id === 9 || id === 10) return { _tag: "Percent" }
  const decimals = { 1: 0, 2: 2, 3: 0, 4: 2, 37: 0, 38: 0, 39: 2, 40: 2 }[id]
  return decimals === undefined ? plain : { _tag: "Plain", decimals }
}

interface Token {
  readonly isText: boolean
  readonly text: string
}

// Quoted and escaped characters are texts; brackets hold colours, conditions and languages.
const tokensOf = (section: string): ReadonlyArray<Token> =>
  [...section.matchAll(/"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].|(.)/gsu)].flatMap(
    ([whole, quoted, escaped, mark]) => {
      if (quoted !== undefined || escaped !== undefined)
        return [{ isText: true, text: quoted ?? escaped ?? "" }]
      if (mark === undefined) return []
      return [{ isText: /[-\s/:()+]/.test(whole), text: whole }]
    },
  )

const sections = (code: string): ReadonlyArray<string> =>
  code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+/gsu) ?? []

// `0000` and `"A"00000` are codes; `0`, `0.00` and `#,##0 "euro"` are amounts.
const codeOf = (tokens: ReadonlyArray<Token>): CellFormat => {
  const isDigit = ({ isText, text }: Token): boolean => !isText && text === "0"
  const first = tokens.findIndex(isDigit)
  const end = tokens.findLastIndex(isDigit)
  const textOf = (some: ReadonlyArray<Token>): string => some.map(({ text }) => text).join("")
  const digits = end - first + 1
  const isCode =
    first >= 0 &&
    tokens.slice(first, end + 1).every(isDigit) &&
    [...tokens.slice(0, first), ...tokens.slice(end + 1)].every(({ isText }) => isText) &&
    digits >= 2
  if (!isCode) return plain
  return {
    _tag: "Code",
    before: textOf(tokens.slice(0, first)),
    digits,
    after: textOf(tokens.slice(end + 1)),
  }
}

/**
 * Returns a plain decimal rounded half away from zero, as a format with a number of decimals shows it. A format that divides
 * by thousands has no such number.
 */
export const rounded = (plain: string, decimals: number): string => {
  const [, sign = "", whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  if (whole === undefined || fraction.length <= decimals) return plain
  const cut =
    BigInt(`${whole}${fraction.slice(0, decimals)}`) + ((fraction[decimals] ?? "0") >= "5" ? 1n : 0n)
  const digits = cut.toString().padStart(decimals + 1, "0")
  const end = digits.length - decimals
  const text = decimals === 0 ? digits : `${digits.slice(0, end)}.${digits.slice(end)}`
  return cut === 0n ? text : sign + text
}

/** Returns a number as a format shows it, or `undefined` when it shows the plain number. */
export const shown = (format: CellFormat, value: string): string | undefined => {
  switch (format._tag) {
    case "Plain":
    case "Day":
    case "Year":
      return undefined
    case "Percent":
      return /^-?\d+(?:\.\d+)?$/.test(value) ? `${shifted(value)}%` : undefined
    case "Code":
      return /^\d+$/.test(value)
        ? format.before + value.padStart(format.digits, "0") + format.after
        : undefined
  }
}

// Moves the decimal mark two places, so that no digit is lost.
const shifted = (value: string): string => {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? []
  const padded = fraction.padEnd(2, "0")
  const digits = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, "")
  const rest = padded.slice(2).replace(/0+$/, "")
  return `${sign}${digits}${rest === "" ? "" : `.${rest}`}`
}

/** Returns the day of a serial number as 2026-06-30, or `undefined` when there is no such day. */
export const day = (serial: number, is1904: boolean): string | undefined => {
  const whole = Math.floor(serial)
  // The system of 1900 counts 29 February 1900, a day that did not exist.
  const days = whole - (is1904 ? 24_107 : whole < 60 ? 25_568 : 25_569)
  const isDay = is1904 ? whole >= 0 : whole >= 1 && whole !== 60
  if (!isDay || whole > 2_958_465) return undefined
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}
