/** Messages about refusals that concern commitments and realisations. */
import type { Refusal } from "@grootboek/core"
import type { MessageCatalogue } from "../Catalogue.ts"
import * as Figure from "../Figure.ts"

/** One message per refusal: the fact, then what to do. */
export const commitmentRefusals = {
  CommitmentOfReceipts: ({ place }) => ({
    en: `${place} is a line of receipts. Record commitments on lines of expenditure (U) only.`,
    nl: `${place} is een budgetlijn van ontvangsten. Gebruik voor vastleggingen een budgetlijn van uitgaven (U).`,
  }),
  CommitmentOfZero: ({ reference, place, year }) => ({
    en: `Commitment ${reference} on ${place} in ${year} has the amount 0,00. Record an amount greater than zero, or a negative amount to release.`,
    nl: `Vastlegging ${reference} op ${place} in ${year} heeft het bedrag 0,00. Leg een bedrag groter dan nul vast, of geef vrij met een negatief bedrag.`,
  }),
  CommitmentTwice: ({ reference, place, year }) => ({
    en: `Commitment ${reference} on ${place} in ${year} is recorded already.`,
    nl: `Vastlegging ${reference} op ${place} in ${year} is al geboekt.`,
    next: {
      en: "Use another reference to commit more; to correct it, reverse its entry (Reversal.of) and record it again.",
      nl: "Gebruik een andere referentie om meer vast te leggen; boek haar boeking tegen (Reversal.of) en leg opnieuw vast om te verbeteren.",
    },
    command: {
      en: "Use another reference to commit more; to correct it, reverse its entry with: grootboek reverse, and import it again.",
      nl: "Gebruik een andere referentie om meer vast te leggen; om te verbeteren, boek haar boeking tegen met: grootboek reverse, en importeer opnieuw.",
    },
  }),
  UnknownCommitment: ({ reference, place, year }) => ({
    en: `There is no commitment ${reference} on ${place} in ${year}.`,
    nl: `Er is geen vastlegging ${reference} op ${place} in ${year}.`,
    next: {
      en: "Name the line and the year of the commitment, record it first (Commitment.record), or leave the reference out.",
      nl: "Geef de budgetlijn en het jaar van de vastlegging op, boek ze eerst (Commitment.record), of laat de referentie weg.",
    },
    command: {
      en: "Name the line and the year of the commitment, record it first (--as commitments), or leave the reference out.",
      nl: "Geef de budgetlijn en het jaar van de vastlegging op, boek ze eerst (--as commitments), of laat de referentie weg.",
    },
  }),
  CommitmentTooLarge: ({ reference, place, year, available, asked }) => ({
    en: `Commitment ${reference} of ${Figure.euro(asked)} is larger than what is available on ${place} in ${year}: ${Figure.euro(available)}.`,
    nl: `Vastlegging ${reference} van ${Figure.euro(asked)} is groter dan wat beschikbaar is op ${place} in ${year}: ${Figure.euro(available)}.`,
    next: {
      en: "Commit less, transfer credit to the line (Credit.transfer), or decide without isStrict.",
      nl: "Leg minder vast, verschuif krediet naar de budgetlijn (Credit.transfer), of beslis zonder isStrict.",
    },
    command: {
      en: "Commit less, move credit to the line with: grootboek transfer, or import without --strict.",
      nl: "Leg minder vast, verschuif krediet naar de budgetlijn met: grootboek transfer, of importeer zonder --strict.",
    },
  }),
  ReleaseTooLarge: ({ reference, place, year, open, asked }) => ({
    en: `The release of ${Figure.euro(asked)} is more than what is open of commitment ${reference} on ${place} in ${year}: ${Figure.euro(open)}. Release at most what is open.`,
    nl: `De vrijgave van ${Figure.euro(asked)} is meer dan wat openstaat van vastlegging ${reference} op ${place} in ${year}: ${Figure.euro(open)}. Geef hoogstens vrij wat openstaat.`,
  }),
  LineWithoutEstimate: ({ place, year, asked }) => ({
    en: `${place} has no estimate in ${year}: ${Figure.euro(asked)} cannot be booked on it. Check the account, the policy item and the action.`,
    nl: `${place} heeft geen raming in ${year}: ${Figure.euro(asked)} kan er niet op worden aangerekend. Controleer de rekening, het beleidsitem en de actie.`,
    next: {
      en: "To book it nevertheless, decide without isStrict.",
      nl: "Beslis zonder isStrict om toch aan te rekenen.",
    },
    command: {
      en: "To book it nevertheless, import without --strict.",
      nl: "Importeer zonder --strict om toch aan te rekenen.",
    },
  }),
  EstimatePassed: ({ place, year, estimate, realised }) => ({
    en: `With this booking ${place} is realised for ${Figure.euro(realised)} in ${year}, more than its estimate of ${Figure.euro(estimate)}.`,
    nl: `Met deze aanrekening is ${place} in ${year} voor ${Figure.euro(realised)} gerealiseerd, meer dan de raming van ${Figure.euro(estimate)}.`,
    next: {
      en: "Transfer credit to the line (Credit.transfer), or decide without isStrict.",
      nl: "Verschuif krediet naar de budgetlijn (Credit.transfer), of beslis zonder isStrict.",
    },
    command: {
      en: "Move credit to the line with: grootboek transfer, or import without --strict.",
      nl: "Verschuif krediet naar de budgetlijn met: grootboek transfer, of importeer zonder --strict.",
    },
  }),
} satisfies Partial<MessageCatalogue<Refusal.Facts>>
