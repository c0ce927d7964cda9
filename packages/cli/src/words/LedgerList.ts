/** A list of ledgers as a table of text. */
import type { Language } from "./Language.ts"

/** A ledger with its last entry, the time of it, and the size of its entries in bytes. */
export interface ListedLedger {
  readonly address: string
  readonly ledger: string
  readonly position: number
  readonly hash: string
  readonly time: string
  readonly bytes: number
}

const heads = {
  en: ["address", "ledger", "entries", "last hash", "last time", "bytes"],
  nl: ["adres", "grootboek", "boekingen", "laatste hash", "laatste tijdstip", "bytes"],
} as const

const none = { en: "No ledgers.", nl: "Geen grootboeken." } as const

/** Returns the table; hashes are cut to 12 digits. */
export const format = (ledgers: ReadonlyArray<ListedLedger>, language: Language): string => {
  if (ledgers.length === 0) return none[language]
  const rows = [
    heads[language],
    ...ledgers.map(({ address, ledger, position, hash, time, bytes }) => [
      address,
      ledger,
      `${position}`,
      hash.slice(0, 12),
      time,
      `${bytes}`,
    ]),
  ]
  const widths = heads.en.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          numeric.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
}

/** The columns of numbers, which are aligned to the right. */
const numeric: ReadonlySet<number> = new Set([2, 5])
