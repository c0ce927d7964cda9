/** Verifications and norms in a terminal. */
import { Money } from "@grootboek/core"
import type { Norm } from "@grootboek/core/answer"
import * as Clean from "../../paint/Clean.ts"
import * as FoldedGrid from "../../paint/FoldedGrid.ts"
import * as Grid from "../../paint/Grid.ts"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as Wrapping from "../../paint/Wrapping.ts"
import * as VerifiedJournal from "../../view/VerifiedJournal.ts"
import * as Figure from "../../words/Figure.ts"
import type { Language } from "../../words/Language.ts"
import * as LawText from "../../words/LawText.ts"
import * as NormText from "../../words/NormText.ts"
import * as ProblemText from "../../words/ProblemText.ts"
import * as VerdictText from "../../words/VerdictText.ts"
import * as WitnessText from "../../words/WitnessText.ts"
import * as Words from "../../words/Words.ts"

export const verification = (verified: VerifiedJournal.VerifiedJournal, options: TextOptions): string => {
  const words = Words.of(options.language)
  const { good, bad } = marks(options)
  const found = VerifiedJournal.findings(verified, options.language)
  return [
    ...(found.length === 0
      ? Wrapping.paragraph(VerdictText.intact(verified.norms, options.language), options.width, good)
      : Wrapping.paragraph(VerdictText.notIntact(found.length, options.language), options.width, bad)),
    ...headLines(verified, options),
    ...(verified.witness === undefined
      ? []
      : Wrapping.paragraph(
          Clean.line(WitnessText.sentence(verified.witness, options.language)),
          options.width,
        )),
    ...listed(
      words.findings,
      found.map((one) => [
        { text: `${one.position}` },
        { text: one.code, mark: bad },
        { text: foundText(one, options.language) },
      ]),
      options,
    ),
    ...listed(
      words.remarks,
      VerifiedJournal.remarks(verified, options.language).map(({ position, code, message }) => [
        { text: `${position}` },
        { text: code },
        { text: Clean.line(message) },
      ]),
      options,
    ),
    ...(verified.laws === undefined || verified.laws.length === 0
      ? []
      : ["", ...lawLines(verified.laws, options)]),
    ...(verified.norms.length === 0 ? [] : ["", ...normLines(verified.norms, options)]),
    "",
  ].join("\n")
}

const foundText = ({ message, at, file }: VerifiedJournal.Found, language: Language): string => {
  if (file !== undefined) return `${Clean.line(file)}: ${message}`
  return at === undefined
    ? message
    : `${message} (${ProblemText.field(at.field, language)}, byte ${at.offset})`
}

/** Returns positions, codes and messages below a title; nothing without rows. */
const listed = (
  title: string,
  rows: ReadonlyArray<Grid.GridRow>,
  options: TextOptions,
): ReadonlyArray<string> => {
  const columns = [{ align: "right" }, { align: "left" }, { align: "left", flexible: true }] as const
  return rows.length === 0
    ? []
    : ["", marks(options).strong(title), ...Grid.format(columns, rows, options.width)]
}

const headLines = (
  { entries, head }: VerifiedJournal.VerifiedJournal,
  options: TextOptions,
): ReadonlyArray<string> => {
  const words = Words.of(options.language)
  const { faint } = marks(options)
  const count = Words.count(entries, "entry", options.language)
  const { width = Number.POSITIVE_INFINITY } = options
  return `${count} · ${words.head} ${head}`.length <= width
    ? [`${count} · ${words.head} ${faint(head)}`]
    : [`${count} · ${words.head}`, ...Wrapping.paragraph(head, width, faint)]
}

const lawLines = (
  laws: NonNullable<VerifiedJournal.VerifiedJournal["laws"]>,
  options: TextOptions,
): ReadonlyArray<string> => {
  const words = Words.of(options.language)
  const { good, bad, strong } = marks(options)
  return Grid.format(
    [{ align: "left", flexible: true }, { align: "right" }, { align: "left" }],
    [
      [words.laws, words.comparisons, ""].map((text) => ({ text, mark: strong })),
      ...laws.map(({ law, comparisons, breaches }) => [
        { text: LawText.name(law, options.language) },
        { text: Money.print(Money.ofMicros(BigInt(comparisons) * Money.scale), "be", 0) },
        breaches.length === 0
          ? { text: words.met, mark: good }
          : { text: `${words.missed} (${breaches.length})`, mark: bad },
      ]),
    ],
    options.width,
  )
}

export const norms = (checks: VerifiedJournal.VerifiedJournal["norms"], options: TextOptions): string =>
  [...normLines(checks, options), ""].join("\n")

const normLines = (
  checks: VerifiedJournal.VerifiedJournal["norms"],
  options: TextOptions,
): ReadonlyArray<string> => {
  const words = Words.of(options.language)
  const { good, bad, strong } = marks(options)
  const decimals = Figure.decimals(checks.map(({ amount }) => amount))
  // Equilibrium is compared with zero, which needs no column.
  const isBounded = checks.some(({ bound }) => bound !== 0n)
  const head = [
    words.norm,
    words.year,
    words.level,
    words.amount,
    ...(isBounded ? [words.against] : []),
    "",
    "",
  ]
  const left = { align: "left" } as const
  return FoldedGrid.format(
    [
      { align: "left", flexible: true },
      left,
      left,
      { align: "right" },
      ...(isBounded ? [{ align: "right" } as const] : []),
      left,
      { align: "right" },
    ],
    [
      head.map((text) => ({ text, mark: strong })),
      ...checks.map((check) => [
        {
          text: NormText.about(check, options.language),
        },
        { text: NormText.years(check) },
        { text: NormText.levelOf(check, options.language) },
        { text: Money.print(check.amount, "be", decimals) },
        // The bound as it was pledged: half a cent is not rounded to a cent.
        ...(isBounded
          ? [{ text: Money.print(check.bound, "be", Math.max(decimals, Figure.decimals([check.bound]))) }]
          : []),
        { text: NormText.verdict(check, options.language), mark: check.holds ? good : bad },
        { text: check.holds ? "" : missed(check, decimals, words.short) },
      ]),
    ],
    { width: options.width, lead: 2 },
  )
}

// The verdict of a missed neutrality says whether it is a surplus or a shortage.
const missed = (check: Norm.NormCheck, decimals: number, short: string): string => {
  const size = Money.print(check.short, "be", decimals)
  return check.norm === "budgetNeutrality" ? size : `${size} ${short}`
}
