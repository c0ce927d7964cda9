/** Figures in Belgian notation: a dot between thousands, a comma before decimals, and a minus sign. */
import { Money } from "@grootboek/core"

/** A printed figure with a form's decimals. */
export const printed = (amount: Money.Money, decimals: number): string =>
  typographic(Money.print(amount, "be", decimals))

export const exact = (amount: Money.Money): string => typographic(Money.print(amount, "be"))

/** An exact amount that is a change: its sign is always printed. */
export const change = (amount: Money.Money): string => `${amount > 0n ? "+" : ""}${exact(amount)}`

/** A printed figure that is a change: its sign is always stated. */
export const printedChange = (amount: Money.Money, decimals: number): string =>
  `${amount > 0n ? "+" : ""}${printed(amount, decimals)}`

/** A decimal text of an event. */
export const text = (amount: string): string => exact(Money.from(amount))

/** A plain decimal with its own decimals, and the minus of a keyboard: `-441200.5` → `-441.200,5`. */
export const plain = (text: string): string => Money.printPlain(text, "be")

/** A plain decimal with its own decimals, as the page shows it: `-441200.5` → `−441.200,5`. */
export const decimal = (text: string): string => typographic(plain(text))

/** A rate as written in an event: `15` → `15 %`. */
export const percent = (rate: string): string => `${rate.replace(".", ",")}\u00a0%`

/** A round number of an axis: without decimals, unless the axis is finer than a euro. */
export const tick = (amount: Money.Money): string => exact(amount).replace(/,00$/, "")

/** The number of decimals of an exact amount. */
export const decimals = (amount: Money.Money): number => (Money.format(amount).split(".")[1] ?? "").length

/** The style that aligns the decimals of an exact amount with those of the longest in its column. */
export const aligned = (amount: Money.Money, column: ReadonlyArray<Money.Money>) => ({
  "--short": String(Math.max(0, ...column.map(decimals)) - decimals(amount)),
})

export const count = (number: number): string => plain(String(number))

/** How positive figures of a year are scaled to draw them. Drawing only: never a figure that is shown. */
export const size = (amount: Money.Money): number => Number(amount) / Number(Money.scale)

const typographic = (figure: string): string => figure.replace("-", "\u2212")
