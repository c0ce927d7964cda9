/**
 * What a row of each table is, and example rows. Together they are one small plan: imported in the order of this file, every
 * example is accepted. Amounts are plain decimals.
 */
import type { Message } from "../fault/Message.ts"
import type { LayoutName } from "../header/Layout.ts"

/** The values of an example row by field, and its amounts by the place of the year in the plan. */
export interface ExampleRow {
  readonly values: Readonly<Record<string, string>>
  readonly amounts?: ReadonlyArray<string>
}

export interface TemplateText {
  readonly about: Message
  readonly rows: ReadonlyArray<ExampleRow>
}

const goods = { action: "A10101", policyItem: "9090", account: "6140000", direction: "U" }
const wages = { action: "A10101", policyItem: "9090", account: "6200000", direction: "U" }
const refunds = { action: "A10101", policyItem: "9090", account: "7450000", direction: "O" }
const equipment = {
  action: "A10102",
  policyItem: "9090",
  account: "2400000",
  envelope: "IE-IT",
  direction: "U",
}

const estimates: ReadonlyArray<ExampleRow> = [
  { values: { ...goods, description: "Werkingskosten" }, amounts: ["21000.00", "21420.00"] },
  { values: { ...wages, description: "Personeel" }, amounts: ["50000.00", "51000.50"] },
  { values: { ...refunds, description: "Terugbetalingen" }, amounts: ["60000.00", "1250.00"] },
  { values: { ...equipment, description: "Computers" }, amounts: ["10000.00"] },
  { values: { ...refunds, action: "A10103", description: "Projectmiddelen" }, amounts: ["12000.00"] },
  { values: { ...goods, action: "A10103", description: "Aan de partners" }, amounts: ["12000.00"] },
]

export const texts: Readonly<Record<LayoutName, TemplateText>> = {
  goals: {
    about: {
      en: "a row is an objective, an action plan or an action; level is SD, BD, AP or A",
      nl: "een rij is een doelstelling, een actieplan of een actie; level is SD, BD, AP of A",
    },
    rows: [
      { values: { code: "SD1", level: "SD", name: "Sociaal beleid" } },
      { values: { code: "BD1", level: "BD", parent: "SD1", name: "Dienstverlening" } },
      { values: { code: "AP101", level: "AP", parent: "BD1", name: "Wonen", priority: "prioritair" } },
      { values: { code: "A10101", level: "A", parent: "AP101", name: "Huurdersbegeleiding" } },
      { values: { code: "A10102", level: "A", parent: "AP101", name: "Ondersteuning" } },
      { values: { code: "A10103", level: "A", parent: "AP101", name: "Project met partners" } },
    ],
  },
  policyItems: {
    about: {
      en: "a row is a policy item, with its policy field and policy domain",
      nl: "een rij is een beleidsitem, met het beleidsveld en het beleidsdomein",
    },
    rows: [
      {
        values: {
          domain: "Zorg en opvang",
          field: "0909",
          fieldName: "Overige verrichtingen inzake sociaal beleid",
          code: "9090",
          name: "Sociale dienst",
        },
      },
    ],
  },
  sectors: {
    about: {
      en: "a row is a sector code; the numbers are those of the dash rows of T2 that it feeds",
      nl: "een rij is een sectorcode; de nummers zijn die van de rijen met een streepje in T2",
    },
    rows: [
      {
        values: {
          code: "OCMW",
          counterparty: "OCMW",
          origin: "5",
          operatingGrant: "11",
          investmentGrant: "11",
          loan: "10",
          interest: "2",
        },
      },
    ],
  },
  accounts: {
    about: {
      en: "a row is a group of accounts; prefixes are their first digits, separated by blanks",
      nl: "een rij is een groep rekeningen; prefixes zijn de eerste cijfers, gescheiden door spaties",
    },
    rows: [
      {
        values: {
          section: "exploitatie",
          direction: "U",
          row: "I.A.1",
          title: "Goederen en diensten",
          prefixes: "613 614 617",
        },
      },
      {
        values: {
          section: "exploitatie",
          direction: "U",
          row: "I.A.2.c",
          title: "Niet vast benoemd personeel",
          prefixes: "620",
        },
      },
      {
        values: {
          section: "exploitatie",
          direction: "O",
          row: "II.A.5",
          title: "Andere operationele ontvangsten",
          prefixes: "745 747",
        },
      },
      {
        values: {
          section: "investeringen",
          direction: "U",
          row: "I.B.1.c",
          title: "Roerende goederen",
          prefixes: "230 240",
        },
      },
      { values: { section: "budgettaire resultaten", direction: "O", prefixes: "093" } },
    ],
  },
  members: {
    about: { en: "a row is a member of the authority", nl: "een rij is een deelgenoot" },
    rows: [{ values: { code: "GEM1", name: "Gemeente 1" } }],
  },
  conditions: {
    about: { en: "a row is a condition of a line", nl: "een rij is een voorwaarde bij een raming" },
    rows: [{ values: { code: "V1", name: "Voldoende externe financiering" } }],
  },
  envelopes: {
    about: { en: "a row is an investment envelope", nl: "een rij is een investeringsenveloppe" },
    rows: [{ values: { code: "IE-IT", name: "Informaticamaterieel" } }],
  },
  lines: {
    about: {
      en: "a row is a budget line with its estimate of each year, in euro; an empty cell is no estimate",
      nl: "een rij is een raming, met het bedrag van elk jaar in euro; een lege cel is geen raming",
    },
    rows: estimates,
  },
  state: {
    about: {
      en: "a row is a budget line of the whole new list, with its estimate of each year, in euro",
      nl: "een rij is een raming van de volledige nieuwe lijst, met het bedrag van elk jaar in euro",
    },
    rows: estimates,
  },
  overhead: {
    about: {
      en: "there is one row: the action that recovers a percentage of the cost of other actions",
      nl: "er is één rij: de actie die een percentage van de kost van andere acties terugkrijgt",
    },
    rows: [
      {
        values: {
          target: "A10102",
          percent: "15",
          baseAccounts: "62",
          chargeAccount: "6170000",
          creditAccount: "7470000",
          creditPolicyItem: "9090",
          excluded: "A10102",
        },
      },
    ],
  },
  exceptions: {
    about: {
      en: "a row is an action with an exception to the overhead rule; the amounts are its legal maximum, its real cost or its higher share of each year",
      nl: "een rij is een actie met een uitzondering op de overhead; de bedragen zijn per jaar het wettelijk maximum, de werkelijke kost of het hoger aandeel",
    },
    rows: [
      {
        values: {
          action: "A10101",
          exception: "wettelijk maximum",
          percent: "7",
          reference: "Besluit, artikel 1",
        },
      },
    ],
  },
  passthrough: {
    about: {
      en: "a row is the percentage of an action's receipts that is paid on to a partner",
      nl: "een rij is het percentage van de ontvangsten van een actie dat naar een partner gaat",
    },
    rows: [
      { values: { action: "A10103", partner: "Partner 1", percent: "60" } },
      { values: { action: "A10103", partner: "Partner 2", percent: "40" } },
    ],
  },
  opening: {
    about: {
      en: "a row is the result carried forward (093), earmarked funds (090) or a debt (171 to 174) at the start of a year",
      nl: "een rij is het overgedragen resultaat (093), onbeschikbare gelden (090) of een schuld (171 tot 174) bij het begin van een jaar",
    },
    rows: [
      {
        values: {
          account: "0930000",
          description: "Overgedragen resultaat",
          year: "2026",
          amount: "404701.70",
        },
      },
    ],
  },
  repayments: {
    about: {
      en: "a row is the notional repayments of a year (M2, corrected margin II.b): an amount, or a percentage of the debts on 1 January",
      nl: "een rij is de aangewezen aflossing van een jaar (M2, gecorrigeerde marge II.b): een bedrag, of een percentage van de schulden op 1 januari",
    },
    rows: [{ values: { year: "2026", amount: "80000" } }, { values: { year: "2027", percent: "8" } }],
  },
  indexation: {
    about: {
      en: "a row is an indexation: a percentage, or index figures, of the lines that its columns select",
      nl: "een rij is een indexering: een percentage, of indexcijfers, voor de ramingen die de kolommen kiezen",
    },
    rows: [{ values: { baseYear: "2026", percent: "2", until: "2031", direction: "U", accounts: "620" } }],
  },
  contributions: {
    about: {
      en: "a row is the weight of a member in a contribution; key: inwoners, aandelen or gelijk",
      nl: "een rij is het gewicht van een deelgenoot in een bijdrage; soort sleutel: inwoners, aandelen of gelijk",
    },
    rows: [
      {
        values: {
          contribution: "basisbijdrage",
          key: "inwoners 2026",
          by: "inwoners",
          member: "GEM1",
          weight: "12500",
          ...refunds,
        },
      },
    ],
  },
  funding: {
    about: {
      en: "a row is the source and the condition of a line",
      nl: "een rij is de financieringsbron en de voorwaarde van een raming",
    },
    rows: [{ values: { ...equipment, source: "te financieren", condition: "V1" } }],
  },
  judgments: {
    about: {
      en: "a row says whether a condition is met (ja or nee) on a day",
      nl: "een rij zegt of een voorwaarde vervuld is (ja of nee) op een dag",
    },
    rows: [{ values: { condition: "V1", met: "ja", date: "2026-06-30" } }],
  },
  budgetHolders: {
    about: {
      en: "a row is a budget holder, with codes of objectives, separated by blanks",
      nl: "een rij is een budgethouder, met codes van doelstellingen, gescheiden door spaties",
    },
    rows: [{ values: { code: "BH1", name: "Dienst welzijn", goals: "BD1" } }],
  },
  pledges: {
    about: {
      en: "a row is a commitment of the plan, with the parameters of its norm",
      nl: "een rij is een engagement van het plan, met de parameters van de norm",
    },
    rows: [
      {
        values: {
          code: "reserve",
          norm: "minimumreserve",
          amount: "100000.00",
          reference: "Plan, hoofdstuk 3",
        },
      },
    ],
  },
  risks: {
    about: {
      en: "a row is a risk; evolutie: stijgend, stabiel or dalend",
      nl: "een rij is een risico; evolutie: stijgend, stabiel of dalend",
    },
    rows: [{ values: { code: "R1", name: "Indexering van loonkosten", trend: "stabiel" } }],
  },
  progress: {
    about: {
      en: "a row is the state of an objective or action on a day",
      nl: "een rij is de stand van een doelstelling of actie op een dag",
    },
    rows: [{ values: { goal: "A10101", on: "2026-06-30", state: "op schema" } }],
  },
  facts: {
    about: {
      en: "a row is a fact other than money, with its value of each year",
      nl: "een rij is een gegeven dat geen bedrag is, met de waarde van elk jaar",
    },
    rows: [{ values: { table: "personeelsinzet", row: "A" }, amounts: ["5", "5.5"] }],
  },
  indicators: {
    about: {
      en: "a row is an indicator; soort: aantal, percentage, euro, realisatie (0 or 1) or tekst; om de: week, maand, halfjaar, jaar, twee jaar or planperiode; telling: som or laatste",
      nl: "een rij is een indicator; soort: aantal, percentage, euro, realisatie (0 of 1) of tekst; om de: week, maand, halfjaar, jaar, twee jaar of planperiode; telling: som of laatste",
    },
    rows: [
      {
        values: {
          code: "A10101/1",
          goal: "A10101",
          name: "Aantal begeleidingen",
          kind: "aantal",
          every: "jaar",
          total: "som",
        },
      },
      { values: { code: "A10102/1", goal: "A10102", name: "Er is een plan van aanpak", kind: "realisatie" } },
    ],
  },
  targets: {
    about: {
      en: "a row is the target of an indicator from a year on; streefwaarde: minstens, hoogstens, ongeveer (marge in %, else 5), stijging or opvolging; tegen: the day by which it must be reached",
      nl: "een rij is de streefwaarde van een indicator vanaf een jaar; streefwaarde: minstens, hoogstens, ongeveer (marge in %, anders 5), stijging of opvolging; tegen: de dag waarop ze gehaald moet zijn",
    },
    rows: [
      { values: { code: "A10101/1", year: "2026", aim: "minstens", value: "30" } },
      { values: { code: "A10102/1", year: "2026", aim: "minstens", value: "1", by: "2027-12-31" } },
    ],
  },
  measurements: {
    about: {
      en: "a row is what was measured on a day; deel: a member or a subregion",
      nl: "een rij is wat op een dag gemeten werd; deel: een deelgenoot of een subregio",
    },
    rows: [{ values: { code: "A10101/1", on: "2026-06-30", value: "17" } }],
  },
  goalTexts: {
    about: {
      en: "a row has the texts and the term of an objective or action; termijn tot is its last day",
      nl: "een rij bevat de teksten en de termijn van een doelstelling of actie; termijn tot is de laatste dag",
    },
    rows: [
      {
        values: {
          goal: "A10101",
          description: "Wij begeleiden huurders",
          commentary: "Een begeleiding duurt zes maanden.",
          from: "2026",
          until: "2031-12-31",
          term: "2026-2031",
        },
      },
    ],
  },
  chapterTexts: {
    about: {
      en: "a row is a paragraph of a chapter, in the order of its number",
      nl: "een rij is een alinea van een hoofdstuk, in de volgorde van het nummer",
    },
    rows: [
      {
        values: {
          chapter: "Financiële risico's",
          number: "1",
          title: "Loonkosten",
          text: "De loonkosten kunnen sneller stijgen dan geraamd.",
        },
      },
    ],
  },
  headings: {
    about: {
      en: "a row is a fact of the heading: ondernemingsnummer, NIS-code, adres, volgnummer budgettair journaal, datum afdruk or besluit",
      nl: "een rij is een gegeven van de hoofding: ondernemingsnummer, NIS-code, adres, volgnummer budgettair journaal, datum afdruk of besluit",
    },
    rows: [{ values: { name: "adres", value: "Dorpsstraat 1, 8500 Kortrijk" } }],
  },
  adjustment: {
    about: {
      en: "a row is the change of a budget line in each year, in euro; a decrease is negative",
      nl: "een rij is de wijziging van een raming in elk jaar, in euro; een daling is negatief",
    },
    rows: [
      {
        values: {
          ...goods,
          description: "Werkingskosten",
          reason: "correctie",
          explanation: "Hogere energieprijzen",
        },
        amounts: ["1500.00", "-500.50"],
      },
    ],
  },
  commitments: {
    about: {
      en: "a row is a commitment (vastlegging) on a line of expenditure, in euro; a negative amount releases; the third party is a reference, never a name",
      nl: "een rij is een vastlegging op een raming van uitgaven, in euro; een negatief bedrag geeft vrij; de derde is een referentie, nooit een naam",
    },
    rows: [
      {
        values: {
          ...goods,
          description: "Huur tweede helft",
          reference: "V 2026/7",
          date: "2026-06-01",
          amount: "11100.00",
        },
      },
      {
        values: {
          ...goods,
          description: "Vrijgave",
          reference: "V 2026/7",
          date: "2026-06-15",
          amount: "-100.00",
        },
      },
    ],
  },
  actuals: {
    about: {
      en: "a row is a booking on a budget line, in euro, with its day and its voucher",
      nl: "een rij is een aanrekening op een raming, in euro, met de datum en het stuk",
    },
    rows: [
      {
        values: {
          ...goods,
          description: "Huur juni",
          date: "2026-06-30",
          voucher: "AF 2026/12",
          amount: "1850.00",
        },
      },
    ],
  },
  carryOvers: {
    about: {
      en: "a row is unused investment credit that moves to another year",
      nl: "een rij is ongebruikt investeringskrediet dat naar een ander jaar gaat",
    },
    rows: [{ values: { ...equipment, from: "2026", to: "2027", amount: "2500.00" } }],
  },
  stops: {
    about: {
      en: "a row is an action that stops after a day",
      nl: "een rij is een actie die na een dag stopt",
    },
    rows: [{ values: { action: "A10101", lastDay: "2030-12-31", reason: "timing" } }],
  },
  closings: {
    about: { en: "a row is a year that is closed", nl: "een rij is een boekjaar dat afgesloten is" },
    rows: [{ values: { year: "2026" } }],
  },
  results: {
    about: {
      en: "a row is a closed year, the result of which goes to the next year",
      nl: "een rij is een afgesloten boekjaar waarvan het resultaat naar het volgende jaar gaat",
    },
    rows: [{ values: { year: "2026", account: "0930000" } }],
  },
}
