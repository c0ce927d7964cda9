/** Figures in Belgian notation: a dot between thousands, a comma before decimals, and a minus sign. */
import { Money } from "@grootboek/core"

/** Prints a figure with the decimals of its form. */
export const printed = (amount: Money.Money, decimals: number): string =>
  typographic(Money.print(amount, "be", decimals))

/** Prints an exact amount: at least two decimals. */
export const exact = (amount: Money.Money): string => typographic(Money.print(amount, "be"))

/** Prints an exact change, always with its sign. */
export const change = (amount: Money.Money): string => `${amount > 0n ? "+" : ""}${exact(amount)}`

/** Prints a change with the decimals of its form, always with its sign. */
export const printedChange = (amount: Money.Money, decimals: number): string =>
  `${amount > 0n ? "+" : ""}${printed(amount, decimals)}`

/** Prints the decimal text of an amount of an event. */
export const text = (amount: string): string => exact(Money.from(amount))

/** Prints a plain decimal with its own decimals and a hyphen as its minus, as other programs read it: `-441200.5` → `-441.200,5`. */
export const plain = (text: string): string => Money.printPlain(text, "be")

/** Prints a plain decimal with its own decimals, as the page shows it: `-441200.5` → `−441.200,5`. */
export const decimal = (text: string): string => typographic(plain(text))

/** Prints a rate of an event: `15.5` → `15,5 %`. */
export const percent = (rate: string): string => `${decimal(rate)}\u00a0%`

/** Prints a round amount of an axis: without decimals, unless the axis is finer than a euro. */
export const tick = (amount: Money.Money): string => exact(amount).replace(/,00$/, "")

/** Returns the number of decimals of an exact amount. */
export const decimals = (amount: Money.Money): number => (Money.format(amount).split(".")[1] ?? "").length

/** Returns the style that aligns the decimals of an exact amount with those of the longest in its column. */
export const aligned = (amount: Money.Money, column: ReadonlyArray<Money.Money>) => ({
  "--short": String(Math.max(0, ...column.map(decimals)) - decimals(amount)),
})

/** Prints a whole number. */
export const count = (number: number): string => plain(String(number))

/** Returns an amount in euro as a float. Only to draw: never for a figure that is shown. */
export const size = (amount: Money.Money): number => Number(amount) / Number(Money.scale)

const typographic = (figure: string): string => figure.replace("-", "\u2212")
