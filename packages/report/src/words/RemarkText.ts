/** Messages about remarks of `verify`: valid entries that a person should check. */
import { Money, type Remark } from "@grootboek/core"
import * as Catalogue from "./Catalogue.ts"
import * as Figure from "./Figure.ts"
import type { Language } from "./Language.ts"
import { quote } from "./Quote.ts"
import * as RuleName from "./RuleName.ts"
import * as SourceText from "./SourceText.ts"

export const message = (remark: Remark.Remark, language: Language): string =>
  Catalogue.message(
    remarks,
    { ...remark.facts, position: remark.position },
    { language, audience: "library" },
  )

/** Places that are named beside that of the first remark with the same cause. */
const mostPlaces = 10

/** Returns a message per cause: that of its first remark, the number of others, and where the first of them are. */
export const perCause = (
  remarks: ReadonlyArray<Remark.Remark>,
  language: Language,
): ReadonlyArray<string> => {
  const causes = new Map<Remark.RemarkCode, Array<Remark.Remark>>()
  for (const remark of remarks) {
    const same = causes.get(remark.code)
    if (same === undefined) causes.set(remark.code, [remark])
    else same.push(remark)
  }
  return [...causes.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const text = message(first, language)
    if (others.length === 0) return [text]
    const places = others.slice(0, mostPlaces).flatMap(placeOf)
    const more = others.length - mostPlaces
    const ends = more <= 0 ? "" : { en: ` and ${more} more`, nl: ` en nog ${more}` }[language]
    const where = places.length === 0 ? "" : `: ${places.join(", ")}${ends}`
    return [
      `${text} (${{ en: "the same for", nl: "hetzelfde voor" }[language]} ${otherOf(others.length)[language]}${where})`,
    ]
  })
}

const otherOf = (count: number) =>
  Catalogue.count(count, { en: "other", nl: "andere" }, { en: "others", nl: "andere" })

const placeOf = ({ facts }: Remark.Remark): ReadonlyArray<string> =>
  "place" in facts ? ["year" in facts ? `${facts.place} (${facts.year})` : facts.place] : []

const remarks: Catalogue.MessageCatalogue<Remark.RemarkFacts & { readonly position: number }> = {
  TransferNotPositive: ({ position, amount }) => ({
    en: `Entry ${position} transfers ${amount}: credit moves the other way. Later versions refuse such a transfer.`,
    nl: `Boeking ${position} verschuift ${amount}: het krediet gaat in de andere richting. Latere versies weigeren zo'n verschuiving.`,
  }),
  TransferToSameLine: ({ position, place }) => ({
    en: `Entry ${position} transfers credit from ${place} to the same line. Later versions refuse such a transfer.`,
    nl: `Boeking ${position} verschuift krediet van ${place} naar dezelfde budgetlijn. Latere versies weigeren zo'n verschuiving.`,
  }),
  TransferTooLarge: ({ position, place, year, left, asked }) => ({
    en: `Entry ${position} transfers ${Figure.euro(asked)} from ${place} in ${year}, which held ${Figure.euro(left)}. Later versions refuse such a transfer.`,
    nl: `Boeking ${position} verschuift ${Figure.euro(asked)} van ${place} in ${year}, waarop ${Figure.euro(left)} stond. Latere versies weigeren zo'n verschuiving.`,
  }),
  OpeningRepeated: ({ position, account, year, earlier }) => ({
    en: `Entry ${position} opens account ${account} in ${year} again, as entry ${earlier} did: both amounts count. Reverse one of them if that is not intended.`,
    nl: `Boeking ${position} opent rekening ${account} in ${year} opnieuw, zoals boeking ${earlier}: beide bedragen tellen mee. Boek er een tegen als dat niet de bedoeling is.`,
  }),
  SimilarCode: ({ position, codeText }) => ({
    en: `Entry ${position} has the code ${quote(codeText)}, with characters that are invisible or look like others. Compare it with the other codes.`,
    nl: `Boeking ${position} bevat de code ${quote(codeText)}, met tekens die onzichtbaar zijn of op andere lijken. Vergelijk ze met de andere codes.`,
  }),
  TimeAhead: ({ position, time, now }) => ({
    en: `Entry ${position} was recorded at ${time}, which is in the future (it is ${now} now). The clock of the writer was wrong, or the clock of this computer is.`,
    nl: `Boeking ${position} is geregistreerd op ${time}, in de toekomst (het is nu ${now}). De klok van de schrijver was fout, of die van deze computer is het.`,
  }),
  EstimateBelowZero: ({ place, year, before, now }) => {
    const [from, to] = [Figure.ofText(before), Figure.ofText(now)]
    return before.startsWith("-")
      ? {
          en: `${place} in ${year} is below zero: ${from} → ${to}.`,
          nl: `${place} in ${year} ligt onder nul: ${from} → ${to}.`,
        }
      : {
          en: `${place} in ${year} falls below zero: ${from} → ${to}.`,
          nl: `${place} in ${year} zakt onder nul: ${from} → ${to}.`,
        }
  },
  RuleLeftOver: ({ rule, subject, position }) => {
    const { en, nl } = RuleName.of({ rule, subject })
    return {
      en: `Amounts of ${en} still count although the rule was reversed (last in entry ${position}). Import the rule again, or reverse entry ${position}.`,
      nl: `Bedragen van ${nl} tellen nog mee, hoewel de regel is tegengeboekt (laatst in boeking ${position}). Importeer de regel opnieuw, of boek boeking ${position} tegen.`,
    }
  },
  RuleBehind: ({ rule, subject, position }) => {
    const { en, nl } = RuleName.of({ rule, subject })
    return {
      en: `What ${en} posted (last in entry ${position}) is not what is due now. Import the rule again to update it.`,
      nl: `Wat ${nl} boekte (laatst in boeking ${position}) is niet wat nu verschuldigd is. Importeer de regel opnieuw om ze bij te werken.`,
    }
  },
  PassThroughOwed: ({ action, year, received, paid }) => {
    const owed = Money.subtract(Money.from(received), Money.from(paid))
    const [all, part, rest] = [received, paid, Money.format(owed < 0n ? Money.negate(owed) : owed)].map(
      Figure.euro,
    )
    return owed < 0n
      ? {
          en: `${action} in ${year}: ${all} was received for partners and ${part} was paid on, ${rest} more than was received.`,
          nl: `${action} in ${year}: voor partners is ${all} ontvangen en ${part} doorgestort, ${rest} meer dan ontvangen.`,
        }
      : {
          en: `${action} in ${year}: ${all} was received for partners and ${part} was paid on; ${rest} is still owed.`,
          nl: `${action} in ${year}: voor partners is ${all} ontvangen en ${part} doorgestort; ${rest} is nog verschuldigd.`,
        }
  },
  ContributionElsewhere: ({ contribution, action, target }) => ({
    en: `Contribution ${quote(contribution)} is on ${action === "" ? "no action" : action}, not on ${target}, which the overhead rule credits. Check its action.`,
    nl: `Bijdrage ${quote(contribution)} staat ${action === "" ? "niet op een actie" : `op ${action}`}, niet op ${target}, waar de overheadregel boekt. Controleer de actie.`,
  }),
  SourceDisagrees: (facts) => SourceText.remark(facts),
  EnvelopeUndeclared: ({ envelope }) => ({
    en: `Lines name the envelope ${quote(envelope)}, which the plan does not declare. Correct the code, or declare the envelope.`,
    nl: `Budgetlijnen vermelden de investeringsenveloppe ${quote(envelope)}, die het plan niet opgeeft. Verbeter de code, of geef de enveloppe op.`,
  }),
  LabelGap: ({ plan, missing }) => ({
    en: `Adjustment ${plan} comes without ${missing}. Check the label, or whether ${missing} is still to be recorded.`,
    nl: `Aanpassing ${plan} komt zonder ${missing}. Controleer het label, of ${missing} nog geboekt moet worden.`,
  }),
  LabelOrder: ({ plan, later }) => ({
    en: `Adjustment ${plan} is recorded after ${later}. The order of the journal counts, not the labels.`,
    nl: `Aanpassing ${plan} is geboekt na ${later}. De volgorde van het journaal telt, niet de labels.`,
  }),
  DecisionBefore: ({ plan, date, other, since }) => ({
    en: `The decision of adjustment ${plan} is dated ${date}, before plan ${other} (${since}). Check the date.`,
    nl: `Het besluit van aanpassing ${plan} is van ${date}, vóór het plan ${other} (${since}). Controleer de datum.`,
  }),
  LineWithoutEstimate: ({ place, year, realised }) => ({
    en: `${place} has no estimate in ${year}, and ${Figure.euro(realised)} is realised on it. Check the account, the policy item and the action.`,
    nl: `${place} heeft geen raming in ${year}, en er is ${Figure.euro(realised)} op gerealiseerd. Controleer de rekening, het beleidsitem en de actie.`,
  }),
  EstimatePassed: ({ place, year, estimate, realised }) => ({
    en: `${place} is realised for ${Figure.euro(realised)} in ${year}, more than its estimate of ${Figure.euro(estimate)}.`,
    nl: `${place} is in ${year} voor ${Figure.euro(realised)} gerealiseerd, meer dan de raming van ${Figure.euro(estimate)}.`,
  }),
  AvailableBelowZero: ({ place, year, estimate, open, realised }) => ({
    en: `${place} in ${year}: ${Figure.euro(open)} of open commitments and ${Figure.euro(realised)} realised are more than the estimate of ${Figure.euro(estimate)}.`,
    nl: `${place} in ${year}: ${Figure.euro(open)} aan openstaande vastleggingen en ${Figure.euro(realised)} gerealiseerd zijn samen meer dan de raming van ${Figure.euro(estimate)}.`,
  }),
  CommitmentsReleased: ({ year, count, amount }) => {
    const many = Catalogue.count(
      count,
      { en: "commitment", nl: "vastlegging" },
      { en: "commitments", nl: "vastleggingen" },
    )
    return {
      en: `The closing of ${year} released ${Figure.euro(amount)}, the open amount of ${many.en}.`,
      nl: `De afsluiting van ${year} gaf ${Figure.euro(amount)} vrij, het openstaande bedrag van ${many.nl}.`,
    }
  },
  TimeJump: ({ position, time, previous }) => ({
    en: `Entry ${position} was recorded at ${time}, more than a year after the entry before it (${previous}).`,
    nl: `Boeking ${position} is geregistreerd op ${time}, meer dan een jaar na de vorige boeking (${previous}).`,
  }),
}
