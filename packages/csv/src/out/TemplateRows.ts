/**
 * What a row of each table is, and example rows. Together they are one small plan: imported in the order of this file, every
 * example is accepted. Amounts are plain decimals.
 */
import type { Message } from "../fault/Message.ts"
import type { LayoutName } from "../header/Layout.ts"

/** The values of an example row by field, and its amounts by the place of the year in the plan. */
export interface ExampleRow {
  readonly values: Readonly<Record<string, string>>
  readonly amounts: ReadonlyArray<string>
}

export interface TemplateText {
  readonly about: Message
  readonly rows: ReadonlyArray<ExampleRow>
}

/** Returns example rows: lines of cells under their fields. The cell `amounts` has the amounts of the first years, in euro. */
const rows = (fields: string, ...lines: ReadonlyArray<string>): ReadonlyArray<ExampleRow> =>
  lines.map((line) => {
    const cells = line.split(";")
    const { amounts = "", ...values } = Object.fromEntries(
      fields.split(";").flatMap((field, index) => (cells[index] ? [[field, cells[index]]] : [])),
    )
    return { values, amounts: amounts === "" ? [] : amounts.split(" ") }
  })

const estimates = rows(
  "action;policyItem;account;envelope;direction;description;amounts",
  "A10101;9090;6140000;;U;Werkingskosten;21000.00 21420.00",
  "A10101;9090;6200000;;U;Personeel;50000.00 51000.50",
  "A10101;9090;7450000;;O;Terugbetalingen;60000.00 1250.00",
  "A10102;9090;2400000;IE-IT;U;Computers;10000.00",
  "A10103;9090;7450000;;O;Projectmiddelen;12000.00",
  "A10103;9090;6140000;;U;Aan de partners;12000.00",
)

export const texts: Readonly<Record<LayoutName, TemplateText>> = {
  goals: {
    about: {
      en: "a row is an objective, an action plan or an action; level is SD, BD, AP or A",
      nl: "een rij is een doelstelling, een actieplan of een actie; level is SD, BD, AP of A",
    },
    rows: rows(
      "code;level;parent;name;priority",
      "SD1;SD;;Sociaal beleid;",
      "BD1;BD;SD1;Dienstverlening;",
      "AP101;AP;BD1;Wonen;prioritair",
      "A10101;A;AP101;Huurdersbegeleiding;",
      "A10102;A;AP101;Ondersteuning;",
      "A10103;A;AP101;Project met partners;",
    ),
  },
  policyItems: {
    about: {
      en: "a row is a policy item, with its policy field and policy domain",
      nl: "een rij is een beleidsitem, met het beleidsveld en het beleidsdomein",
    },
    rows: rows(
      "domain;field;fieldName;code;name",
      "Zorg en opvang;0909;Overige verrichtingen inzake sociaal beleid;9090;Sociale dienst",
    ),
  },
  sectors: {
    about: {
      en: "a row is a sector code; the numbers are those of the dash rows of T2 that it feeds",
      nl: "een rij is een sectorcode; de nummers zijn die van de rijen met een streepje in T2",
    },
    rows: rows(
      "code;counterparty;origin;operatingGrant;investmentGrant;loan;interest",
      "OCMW;OCMW;5;11;11;10;2",
    ),
  },
  accounts: {
    about: {
      en: "a row is a group of accounts; prefixes are their first digits, separated by blanks",
      nl: "een rij is een groep rekeningen; prefixes zijn de eerste cijfers, gescheiden door spaties",
    },
    rows: rows(
      "section;direction;row;title;prefixes",
      "exploitatie;U;I.A.1;Goederen en diensten;613 614 617",
      "exploitatie;U;I.A.2.c;Niet vast benoemd personeel;620",
      "exploitatie;O;II.A.5;Andere operationele ontvangsten;745 747",
      "investeringen;U;I.B.1.c;Roerende goederen;230 240",
      "budgettaire resultaten;O;;;093",
    ),
  },
  members: {
    about: { en: "a row is a member of the authority", nl: "een rij is een deelgenoot" },
    rows: rows("code;name", "GEM1;Gemeente 1"),
  },
  conditions: {
    about: { en: "a row is a condition of a line", nl: "een rij is een voorwaarde bij een raming" },
    rows: rows("code;name", "V1;Voldoende externe financiering"),
  },
  envelopes: {
    about: { en: "a row is an investment envelope", nl: "een rij is een investeringsenveloppe" },
    rows: rows("code;name", "IE-IT;Informaticamaterieel"),
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
    rows: rows(
      "target;percent;baseAccounts;chargeAccount;creditAccount;creditPolicyItem;excluded",
      "A10102;15;62;6170000;7470000;9090;A10102",
    ),
  },
  exceptions: {
    about: {
      en: "a row is an action with an exception to the overhead rule; the amounts are its legal maximum, its real cost or its higher share of each year",
      nl: "een rij is een actie met een uitzondering op de overhead; de bedragen zijn per jaar het wettelijk maximum, de werkelijke kost of het hoger aandeel",
    },
    rows: rows("action;exception;percent;reference", "A10101;wettelijk maximum;7;Besluit, artikel 1"),
  },
  passthrough: {
    about: {
      en: "a row is the percentage of an action's receipts that is paid on to a partner",
      nl: "een rij is het percentage van de ontvangsten van een actie dat naar een partner gaat",
    },
    rows: rows("action;partner;percent", "A10103;Partner 1;60", "A10103;Partner 2;40"),
  },
  opening: {
    about: {
      en: "a row is the result carried forward (093), earmarked funds (090) or a debt (171 to 174) at the start of a year",
      nl: "een rij is het overgedragen resultaat (093), onbeschikbare gelden (090) of een schuld (171 tot 174) bij het begin van een jaar",
    },
    rows: rows("account;description;year;amount", "0930000;Overgedragen resultaat;2026;404701.70"),
  },
  repayments: {
    about: {
      en: "a row is the notional repayments of a year (M2, corrected margin II.b): an amount, or a percentage of the debts on 1 January",
      nl: "een rij is de aangewezen aflossing van een jaar (M2, gecorrigeerde marge II.b): een bedrag, of een percentage van de schulden op 1 januari",
    },
    rows: rows("year;amount;percent", "2026;80000;", "2027;;8"),
  },
  indexation: {
    about: {
      en: "a row is an indexation: a percentage, or index figures, of the lines that its columns select",
      nl: "een rij is een indexering: een percentage, of indexcijfers, voor de ramingen die de kolommen kiezen",
    },
    rows: rows("baseYear;percent;until;direction;accounts", "2026;2;2031;U;620"),
  },
  contributions: {
    about: {
      en: "a row is the weight of a member in a contribution; key: inwoners, aandelen or gelijk",
      nl: "een rij is het gewicht van een deelgenoot in een bijdrage; soort sleutel: inwoners, aandelen of gelijk",
    },
    rows: rows(
      "contribution;key;by;member;weight;action;policyItem;account;direction",
      "basisbijdrage;inwoners 2026;inwoners;GEM1;12500;A10101;9090;7450000;O",
    ),
  },
  funding: {
    about: {
      en: "a row is the source and the condition of a line",
      nl: "een rij is de financieringsbron en de voorwaarde van een raming",
    },
    rows: rows(
      "action;policyItem;account;envelope;direction;source;condition",
      "A10102;9090;2400000;IE-IT;U;te financieren;V1",
    ),
  },
  judgments: {
    about: {
      en: "a row says whether a condition is met (ja or nee) on a day",
      nl: "een rij zegt of een voorwaarde vervuld is (ja of nee) op een dag",
    },
    rows: rows("condition;met;date", "V1;ja;2026-06-30"),
  },
  budgetHolders: {
    about: {
      en: "a row is a budget holder, with codes of objectives, separated by blanks",
      nl: "een rij is een budgethouder, met codes van doelstellingen, gescheiden door spaties",
    },
    rows: rows("code;name;goals", "BH1;Dienst welzijn;BD1"),
  },
  pledges: {
    about: {
      en: "a row is a commitment of the plan, with the parameters of its norm",
      nl: "een rij is een engagement van het plan, met de parameters van de norm",
    },
    rows: rows("code;norm;amount;reference", "reserve;minimumreserve;100000.00;Plan, hoofdstuk 3"),
  },
  risks: {
    about: {
      en: "a row is a risk; evolutie: stijgend, stabiel or dalend",
      nl: "een rij is een risico; evolutie: stijgend, stabiel of dalend",
    },
    rows: rows("code;name;trend", "R1;Indexering van loonkosten;stabiel"),
  },
  progress: {
    about: {
      en: "a row is the state of an objective or action on a day",
      nl: "een rij is de stand van een doelstelling of actie op een dag",
    },
    rows: rows("goal;on;state", "A10101;2026-06-30;op schema"),
  },
  facts: {
    about: {
      en: "a row is a fact other than money, with its value of each year",
      nl: "een rij is een gegeven dat geen bedrag is, met de waarde van elk jaar",
    },
    rows: rows("table;row;amounts", "personeelsinzet;A;5 5.5"),
  },
  indicators: {
    about: {
      en: "a row is an indicator; soort: aantal, percentage, euro, realisatie (0 or 1) or tekst; om de: week, maand, halfjaar, jaar, twee jaar or planperiode; telling: som or laatste",
      nl: "een rij is een indicator; soort: aantal, percentage, euro, realisatie (0 of 1) of tekst; om de: week, maand, halfjaar, jaar, twee jaar of planperiode; telling: som of laatste",
    },
    rows: rows(
      "code;goal;name;kind;every;total",
      "A10101/1;A10101;Aantal begeleidingen;aantal;jaar;som",
      "A10102/1;A10102;Er is een plan van aanpak;realisatie;;",
    ),
  },
  targets: {
    about: {
      en: "a row is the target of an indicator from a year on; streefwaarde: minstens, hoogstens, ongeveer (marge in %, else 5), stijging or opvolging; tegen: the day by which it must be reached",
      nl: "een rij is de streefwaarde van een indicator vanaf een jaar; streefwaarde: minstens, hoogstens, ongeveer (marge in %, anders 5), stijging of opvolging; tegen: de dag waarop ze gehaald moet zijn",
    },
    rows: rows("code;year;aim;value;by", "A10101/1;2026;minstens;30;", "A10102/1;2026;minstens;1;2027-12-31"),
  },
  measurements: {
    about: {
      en: "a row is what was measured on a day; deel: a member or a subregion",
      nl: "een rij is wat op een dag gemeten werd; deel: een deelgenoot of een subregio",
    },
    rows: rows("code;on;value", "A10101/1;2026-06-30;17"),
  },
  goalTexts: {
    about: {
      en: "a row has the texts and the term of an objective or action; termijn tot is its last day",
      nl: "een rij bevat de teksten en de termijn van een doelstelling of actie; termijn tot is de laatste dag",
    },
    rows: rows(
      "goal;description;commentary;from;until;term",
      "A10101;Wij begeleiden huurders;Een begeleiding duurt zes maanden.;2026;2031-12-31;2026-2031",
    ),
  },
  chapterTexts: {
    about: {
      en: "a row is a paragraph of a chapter, in the order of its number",
      nl: "een rij is een alinea van een hoofdstuk, in de volgorde van het nummer",
    },
    rows: rows(
      "chapter;number;title;text",
      "Financiële risico's;1;Loonkosten;De loonkosten kunnen sneller stijgen dan geraamd.",
    ),
  },
  headings: {
    about: {
      en: "a row is a fact of the heading: ondernemingsnummer, NIS-code, adres, volgnummer budgettair journaal, datum afdruk or besluit",
      nl: "een rij is een gegeven van de hoofding: ondernemingsnummer, NIS-code, adres, volgnummer budgettair journaal, datum afdruk of besluit",
    },
    rows: rows("name;value", "adres;Dorpsstraat 1, 8500 Kortrijk"),
  },
  adjustment: {
    about: {
      en: "a row is the change of a budget line in each year, in euro; a decrease is negative",
      nl: "een rij is de wijziging van een raming in elk jaar, in euro; een daling is negatief",
    },
    rows: rows(
      "action;policyItem;account;direction;description;reason;explanation;amounts",
      "A10101;9090;6140000;U;Werkingskosten;correctie;Hogere energieprijzen;1500.00 -500.50",
    ),
  },
  commitments: {
    about: {
      en: "a row is a commitment (vastlegging) on a line of expenditure, in euro; a negative amount releases; the third party is a reference, never a name",
      nl: "een rij is een vastlegging op een raming van uitgaven, in euro; een negatief bedrag geeft vrij; de derde is een referentie, nooit een naam",
    },
    rows: rows(
      "action;policyItem;account;direction;description;reference;date;amount",
      "A10101;9090;6140000;U;Huur tweede helft;V 2026/7;2026-06-01;11100.00",
      "A10101;9090;6140000;U;Vrijgave;V 2026/7;2026-06-15;-100.00",
    ),
  },
  actuals: {
    about: {
      en: "a row is a booking on a budget line, in euro, with its day and its voucher",
      nl: "een rij is een aanrekening op een raming, in euro, met de datum en het stuk",
    },
    rows: rows(
      "action;policyItem;account;direction;description;date;voucher;amount",
      "A10101;9090;6140000;U;Huur juni;2026-06-30;AF 2026/12;1850.00",
    ),
  },
  carryOvers: {
    about: {
      en: "a row is unused investment credit that moves to another year",
      nl: "een rij is ongebruikt investeringskrediet dat naar een ander jaar gaat",
    },
    rows: rows(
      "action;policyItem;account;envelope;direction;from;to;amount",
      "A10102;9090;2400000;IE-IT;U;2026;2027;2500.00",
    ),
  },
  stops: {
    about: {
      en: "a row is an action that stops after a day",
      nl: "een rij is een actie die na een dag stopt",
    },
    rows: rows("action;lastDay;reason", "A10101;2030-12-31;timing"),
  },
  closings: {
    about: { en: "a row is a year that is closed", nl: "een rij is een boekjaar dat afgesloten is" },
    rows: rows("year", "2026"),
  },
  results: {
    about: {
      en: "a row is a closed year, the result of which goes to the next year",
      nl: "een rij is een afgesloten boekjaar waarvan het resultaat naar het volgende jaar gaat",
    },
    rows: rows("year;account", "2026;0930000"),
  },
}
