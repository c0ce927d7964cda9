/** Messages about refusals that concern codes: accounts, policy items, sectors, actions and members. */
import { Money, type Refusal } from "@grootboek/core"
import type { Advice, MessageCatalogue } from "../Catalogue.ts"
import type { Both } from "../Language.ts"
import { quote } from "../Quote.ts"
import { declared, direction, level, purpose, section } from "./RefusalName.ts"

const declareAccount: Advice = {
  next: {
    en: "Check the account and the direction, or declare the account (Adoption.declare).",
    nl: "Controleer de rekening en de richting, of geef de rekening op (Adoption.declare).",
  },
  command: {
    en: "Check the account and the direction, or declare the account (--as structure).",
    nl: "Controleer de rekening en de richting, of geef de rekening op (--as structure).",
  },
}

const declareItem: Advice = {
  next: {
    en: "Check the code, or declare it (Adoption.declare).",
    nl: "Controleer de code, of geef het op (Adoption.declare).",
  },
  command: {
    en: "Check the code, or declare it (--as structure).",
    nl: "Controleer de code, of geef het op (--as structure).",
  },
}

const declareCode: Advice = {
  next: {
    en: "Check the code, or declare it (Adoption.declare).",
    nl: "Controleer de code, of geef ze op (Adoption.declare).",
  },
  command: {
    en: "Check the code, or declare it (--as structure).",
    nl: "Controleer de code, of geef ze op (--as structure).",
  },
}

/** One message per refusal: the fact, then what to do. */
export const structureRefusals = {
  UnknownAccount: ({ account, direction: code, probably }) => ({
    en: `No row of the account table covers account ${quote(account)} as ${direction(code).en}.${zeros(probably).en}`,
    nl: `Geen enkele rij van de rekeningtabel dekt rekening ${quote(account)} als ${direction(code).nl}.${zeros(probably).nl}`,
    ...declareAccount,
  }),
  ResultAccount: ({ account }) => ({
    en: `Account ${quote(account)} holds a result, not an estimate.`,
    nl: `Rekening ${quote(account)} bevat een resultaat, geen raming.`,
    next: {
      en: "Record the result as an opening (Estimate.carryResult).",
      nl: "Boek het resultaat als opening (Estimate.carryResult).",
    },
    command: {
      en: "Import the result with --as opening.",
      nl: "Importeer het resultaat met --as opening.",
    },
  }),
  NotAResultAccount: ({ account }) => ({
    en: `Account ${quote(account)} holds no result or earmarked funds. Use an account under 093 or 090, or post an estimate.`,
    nl: `Rekening ${quote(account)} bevat geen resultaat of onbeschikbare gelden. Gebruik een rekening onder 093 of 090, of boek een raming.`,
  }),
  UnknownPolicyItem: ({ policyItem, probably, capitals }) => ({
    en: `Policy item ${quote(policyItem)} is not declared.${zeros(probably).en}${written(capitals).en}`,
    nl: `Beleidsitem ${quote(policyItem)} is niet opgegeven.${zeros(probably).nl}${written(capitals).nl}`,
    ...declareItem,
  }),
  UnknownAction: ({ action, probably, capitals }) => ({
    en: `Action ${quote(action)} is not in the objectives tree.${zeros(probably).en}${written(capitals).en}`,
    nl: `Actie ${quote(action)} staat niet in de doelstellingenboom.${zeros(probably).nl}${written(capitals).nl}`,
    ...declareCode,
  }),
  NotAnAction: ({ action, level: name }) => ({
    en: `${quote(action)} is not an action but ${level(name).en}. Post the amount on an action below it.`,
    nl: `${quote(action)} is geen actie maar ${level(name).nl}. Boek het bedrag op een actie die eronder valt.`,
  }),
  UnknownSector: ({ sector, probably, capitals }) => ({
    en: `Sector code ${quote(sector)} is not in the sector table.${zeros(probably).en}${written(capitals).en}`,
    nl: `Sectorcode ${quote(sector)} staat niet in de sectortabel.${zeros(probably).nl}${written(capitals).nl}`,
    ...declareCode,
  }),
  SectorRequired: ({ account, row }) => ({
    en: `Account ${quote(account)} belongs to row ${row}, which is split by counterparty. Give the line a sector code.`,
    nl: `Rekening ${quote(account)} hoort bij rij ${row}, die per tegenpartij wordt uitgesplitst. Geef de budgetlijn een sectorcode.`,
  }),
  SectorWithoutRow: ({ sector, row, purpose: name }) => ({
    en: `Sector ${quote(sector)} has no dash row of ${row}. Fill in its column ${quote(purpose(name))} in the sector table, or use another sector.`,
    nl: `Sector ${quote(sector)} heeft geen streepjesrij van ${row}. Vul de kolom ${quote(purpose(name))} in de sectortabel in, of kies een andere sector.`,
  }),
  DuplicateCode: ({ code, what, printed: [first, second] = [] }) =>
    first !== undefined && second !== undefined
      ? {
          en: `${quote(code)} is printed on ${lineOf(first).en} and on ${lineOf(second).en}. Remove one of the lines, or correct the label of one.`,
          nl: `${quote(code)} is gedrukt op ${lineOf(first).nl} en op ${lineOf(second).nl}. Verwijder een van de regels, of verbeter het label van één.`,
        }
      : {
          en: `The code ${quote(code)} is declared twice (${declared(what).en}). Keep one of the two.`,
          nl: `De code ${quote(code)} is tweemaal opgegeven (${declared(what).nl}). Behoud er één.`,
        },
  UnknownParent: ({ code, parent }) => ({
    en: `${quote(code)} has the parent ${quote(parent)}, which is not declared. Declare the parent, or correct it.`,
    nl: `${quote(code)} valt onder ${quote(parent)}, dat niet is opgegeven. Geef het bovenliggende element op, of verbeter het.`,
  }),
  ParentNotAbove: ({ code, parent }) => ({
    en: `${quote(code)} has the parent ${quote(parent)}, which is not of a higher level. Choose a parent of a higher level.`,
    nl: `${quote(code)} valt onder ${quote(parent)}, dat niet van een hoger niveau is. Kies een bovenliggend element van een hoger niveau.`,
  }),
  UnknownFormRow: ({ row, section: name }) => ({
    en: `The account table names row ${quote(row)}, which T2 does not have under ${section(name).en}. Correct the row.`,
    nl: `De rekeningtabel noemt rij ${quote(row)}, die T2 niet heeft onder ${section(name).nl}. Verbeter de rij.`,
  }),
  NothingDeclared: () => ({
    en: "The declaration is empty. Give it at least one goal, policy item, sector or account.",
    nl: "De opgave is leeg. Geef minstens één doelstelling, beleidsitem, sector of rekening op.",
  }),
  UnknownGoal: ({ goal }) => ({
    en: `${quote(goal)} is not in the objectives tree. Check the code, or declare it first.`,
    nl: `${quote(goal)} staat niet in de doelstellingenboom. Controleer de code, of geef ze eerst op.`,
  }),
  UnknownMember: ({ member }) => ({
    en: `Member ${quote(member)} is not declared. Check the name, or declare the member first.`,
    nl: `Deelgenoot ${quote(member)} is niet opgegeven. Controleer de naam, of geef de deelgenoot eerst op.`,
  }),
  UnknownCondition: ({ condition }) => ({
    en: `Condition ${quote(condition)} is not declared. Check the code, or declare it first.`,
    nl: `Voorwaarde ${quote(condition)} is niet opgegeven. Controleer de code, of geef ze eerst op.`,
  }),
} satisfies Partial<MessageCatalogue<Refusal.Facts>>

const zeros = (probably: string | undefined): Both =>
  probably === undefined
    ? { en: "", nl: "" }
    : {
        en: ` ${quote(probably)} is declared: a spreadsheet may have dropped the zero. Format the column as text.`,
        nl: ` ${quote(probably)} is wel opgegeven: een rekenblad liet misschien de voorloopnul vallen. Geef de kolom de opmaak tekst.`,
      }

const written = (capitals: string | undefined): Both =>
  capitals === undefined
    ? { en: "", nl: "" }
    : {
        en: ` ${quote(capitals)} is declared: write it with the same capitals.`,
        nl: ` ${quote(capitals)} is wel opgegeven: schrijf de code met dezelfde hoofdletters.`,
      }

type PrintedPlace = NonNullable<Extract<Refusal.Facts, { readonly _tag: "DuplicateCode" }>["printed"]>[number]

const lineOf = ({ file, line, amount }: PrintedPlace): Both => {
  const printed = Money.print(Money.from(amount), "be")
  const where = file === undefined ? "" : `${file}:`
  return { en: `line ${where}${line} (${printed})`, nl: `regel ${where}${line} (${printed})` }
}
