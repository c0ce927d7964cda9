/**
 * The rows of a form that repeats over groups: below a heading the receipts, expenditure and balance of it, in BBC 2020
 * per kind. M3 has the same shape, with its rows as headings.
 */
import type { FormId } from "@grootboek/core"
import * as PrintedLabel from "./PrintedLabel.ts"

/** The address of a row, with the legal entity that it belongs to. */
export interface GroupAddress {
  readonly section: string
  readonly code: string
  readonly entity: string | undefined
}

/** Interprets labels one after another. */
export interface GroupRows {
  /** Takes a label without figures: a heading, a kind, a legal entity. */
  readonly heading: (label: string) => void
  /** Takes a label above the first header or in a header: a legal entity, or a heading that says that it names a group. */
  readonly above: (label: string) => void
  /** Returns the address of a label with figures in a direction; `undefined` for an unknown one. */
  readonly find: (label: string, direction: "U" | "O" | "saldo" | undefined) => GroupAddress | undefined
  /** Ends a page: drops headings without rows, except those that say that they name a group. */
  readonly breakPage: () => void
  /** Whether kinds or balances were found, which BBC 3.0 does not print. */
  readonly hasKinds: () => boolean
}

export const start = (form: FormId): GroupRows => {
  const isCredits = form === "M3"
  const total = form === "T1" ? "Algemeen totaal" : "Totalen"
  let pending: ReadonlyArray<string> = []
  let group: string | undefined
  let kind = ""
  let entity: string | undefined
  let hasKinds = false

  const settle = (): void => {
    if (pending.length === 0) return
    const name = pending.join(" ")
    pending = []
    kind = ""
    group = isTotal(name) ? total : name
  }
  const heading = (label: string): void => {
    const text = PrintedLabel.clean(label)
    const words = PrintedLabel.normalize(text)
    if (words === "" || isNoise(text)) return
    if (isCredits) {
      const row = creditOf(words)
      if (row !== undefined) group = row
      else if (entities.test(words)) entity = text.replace(/^kredieten\s+(?:van\s+)?(?:het\s+|de\s+)?/i, "")
      return
    }
    const found = kinds.get(words)
    if (found === undefined) pending = [...pending, text].slice(-3)
    else {
      settle()
      kind = `${found}/`
      hasKinds = true
    }
  }
  return {
    heading,
    above: (label) => {
      if (isCredits || named.test(label.trim())) heading(label)
    },
    breakPage: () => {
      pending = pending.filter((text) => named.test(text))
    },
    hasKinds: () => hasKinds,
    find: (label, column) => {
      const own = directionOf(label)
      const direction = own ?? column
      if (own === undefined && label !== "") heading(label)
      settle()
      if (direction === undefined || group === undefined || (isCredits && direction === "saldo"))
        return undefined
      if (isCredits)
        return own === undefined && creditOf(PrintedLabel.normalize(label)) === undefined
          ? undefined
          : { section: group, code: direction, entity }
      if (direction === "saldo") hasKinds = true
      return { section: group, code: `${kind}${direction}`, entity: undefined }
    },
  }
}

export const directionOf = (label: string): "U" | "O" | "saldo" | undefined =>
  directions.get(PrintedLabel.normalize(PrintedLabel.parse(label).words))

const isTotal = (name: string): boolean =>
  /^(?:algemeen totaal|totalen|totaal|eindtotaal)$/.test(PrintedLabel.normalize(name))

const directions: ReadonlyMap<string, "U" | "O" | "saldo"> = new Map([
  ["uitgave", "U"],
  ["uitgaven", "U"],
  ["u", "U"],
  ["u uitgaven", "U"],
  ["ontvangst", "O"],
  ["ontvangsten", "O"],
  ["o", "O"],
  ["o ontvangsten", "O"],
  ["saldo", "saldo"],
])

const kinds: ReadonlyMap<string, string> = new Map([
  ["exploitatie", "Exploitatie"],
  ["investering", "Investeringen"],
  ["investeringen", "Investeringen"],
  ["financiering", "Financiering"],
])

const credits: ReadonlyArray<string> = [
  "Exploitatie",
  "Investeringen",
  "Financiering",
  "Leningen en Leasings",
  "Toegestane leningen en betalingsuitstel",
  "Overige financieringstransacties",
]

const creditOf = (words: string): string | undefined =>
  credits.find(
    (credit) => PrintedLabel.agreement(PrintedLabel.normalize(credit), words.replace(/^[a-h] /, "")) > 0.85,
  )

const entities =
  /^(?:kredieten\s+)?(?:van\s+)?(?:(?:het|de)\s+)?(?:gemeente|stad|ocmw|agb|apb|autonoom|welzijnsvereniging|district|provincie)\b/

/** Headings that say that they name a group: `Beleidsdoelstelling 1: Een warme gemeente`. */
const named =
  /^(?:(?:niet-)?prioritaire\s+|overige\s+)?(?:beleidsdoelstelling|doelstelling|beleidsdomein|domein)\s*[\d:.–-]/i

/** Texts of page headers and footers. */
const isNoise = (text: string): boolean =>
  /\bpagina\b|\bpag\.|\bKBO\b|\bNIS\b|afdrukdatum|volgnummer|voorzitter|directeur|secretaris|\bbladzijde\b/i.test(
    text,
  ) ||
  /^[\d\s/|-]+$/.test(text) ||
  /\b(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b/.test(text)
