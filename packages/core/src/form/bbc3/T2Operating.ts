/** The operating block of T2 (exploitatie), as BBC 3.0 prints it. A row that counts nothing adds the rows below it. */
export const rows = {
  "EXPLOITATIE/I": {
    label: "Totaal exploitatie-uitgaven",
    plus: ["EXPLOITATIE/I.A", "EXPLOITATIE/I.B", "EXPLOITATIE/I.C"],
  },
  "EXPLOITATIE/I.A": {
    label: "Operationele uitgaven",
    plus: [
      "EXPLOITATIE/I.A.1",
      "EXPLOITATIE/I.A.2",
      "EXPLOITATIE/I.A.3",
      "EXPLOITATIE/I.A.4",
      "EXPLOITATIE/I.A.5",
    ],
  },
  "EXPLOITATIE/I.A.1": {
    label: "Goederen en diensten",
    count: { section: "operating", direction: "U", row: "I.A.1" },
  },
  "EXPLOITATIE/I.A.2": {
    label: "Bezoldigingen, sociale lasten en pensioenen",
    plus: [
      "EXPLOITATIE/I.A.2.a",
      "EXPLOITATIE/I.A.2.b",
      "EXPLOITATIE/I.A.2.c",
      "EXPLOITATIE/I.A.2.d",
      "EXPLOITATIE/I.A.2.e",
      "EXPLOITATIE/I.A.2.f",
      "EXPLOITATIE/I.A.2.g",
    ],
  },
  "EXPLOITATIE/I.A.2.a": {
    label: "Politiek personeel",
    count: { section: "operating", direction: "U", row: "I.A.2.a" },
  },
  "EXPLOITATIE/I.A.2.b": {
    label: "Vast benoemd niet-onderwijzend personeel",
    count: { section: "operating", direction: "U", row: "I.A.2.b" },
  },
  "EXPLOITATIE/I.A.2.c": {
    label: "Niet vast benoemd niet-onderwijzend personeel",
    count: { section: "operating", direction: "U", row: "I.A.2.c" },
  },
  "EXPLOITATIE/I.A.2.d": {
    label: "Onderwijzend personeel ten laste van het bestuur",
    count: { section: "operating", direction: "U", row: "I.A.2.d" },
  },
  "EXPLOITATIE/I.A.2.e": {
    label: "Onderwijzend personeel ten laste van andere overheden",
    count: { section: "operating", direction: "U", row: "I.A.2.e" },
  },
  "EXPLOITATIE/I.A.2.f": {
    label: "Andere personeelskosten",
    count: { section: "operating", direction: "U", row: "I.A.2.f" },
  },
  "EXPLOITATIE/I.A.2.g": {
    label: "Pensioenen en soortgelijke verplichtingen",
    count: { section: "operating", direction: "U", row: "I.A.2.g" },
  },
  "EXPLOITATIE/I.A.3": {
    label: "Individuele hulpverlening door het OCMW",
    count: { section: "operating", direction: "U", row: "I.A.3" },
  },
  "EXPLOITATIE/I.A.4": {
    label: "Toegestane werkingssubsidies",
    plus: [
      "EXPLOITATIE/I.A.4-1",
      "EXPLOITATIE/I.A.4-2",
      "EXPLOITATIE/I.A.4-3",
      "EXPLOITATIE/I.A.4-4",
      "EXPLOITATIE/I.A.4-5",
      "EXPLOITATIE/I.A.4-6",
      "EXPLOITATIE/I.A.4-7",
      "EXPLOITATIE/I.A.4-8",
      "EXPLOITATIE/I.A.4-9",
      "EXPLOITATIE/I.A.4-10",
      "EXPLOITATIE/I.A.4-11",
    ],
  },
  "EXPLOITATIE/I.A.4-1": {
    label: "aan de districten",
    count: { section: "operating", direction: "U", row: "I.A.4-1" },
  },
  "EXPLOITATIE/I.A.4-2": {
    label: "aan de eigen autonome gemeentebedrijven (AGB)",
    count: { section: "operating", direction: "U", row: "I.A.4-2" },
  },
  "EXPLOITATIE/I.A.4-3": {
    label: "aan de eigen autonome provinciebedrijven (APB)",
    count: { section: "operating", direction: "U", row: "I.A.4-3" },
  },
  "EXPLOITATIE/I.A.4-4": {
    label: "aan welzijnsverenigingen",
    count: { section: "operating", direction: "U", row: "I.A.4-4" },
  },
  "EXPLOITATIE/I.A.4-5": {
    label: "aan andere verenigingen of vennootschappen voor maatschappelijk welzijn",
    count: { section: "operating", direction: "U", row: "I.A.4-5" },
  },
  "EXPLOITATIE/I.A.4-6": {
    label: "aan de politiezone",
    count: { section: "operating", direction: "U", row: "I.A.4-6" },
  },
  "EXPLOITATIE/I.A.4-7": {
    label: "aan de hulpverleningszone",
    count: { section: "operating", direction: "U", row: "I.A.4-7" },
  },
  "EXPLOITATIE/I.A.4-8": {
    label: "aan intergemeentelijke samenwerkingsverbanden",
    count: { section: "operating", direction: "U", row: "I.A.4-8" },
  },
  "EXPLOITATIE/I.A.4-9": {
    label: "aan besturen van de eredienst",
    count: { section: "operating", direction: "U", row: "I.A.4-9" },
  },
  "EXPLOITATIE/I.A.4-10": {
    label: "aan niet-confessionele levensbeschouwelijke gemeenschappen",
    count: { section: "operating", direction: "U", row: "I.A.4-10" },
  },
  "EXPLOITATIE/I.A.4-11": {
    label: "aan andere begunstigden",
    count: { section: "operating", direction: "U", row: "I.A.4-11" },
  },
  "EXPLOITATIE/I.A.5": {
    label: "Andere operationele uitgaven",
    count: { section: "operating", direction: "U", row: "I.A.5" },
  },
  "EXPLOITATIE/I.B": { label: "Financiële uitgaven", plus: ["EXPLOITATIE/I.B.1", "EXPLOITATIE/I.B.2"] },
  "EXPLOITATIE/I.B.1": {
    label: "Rente, commissies en kosten verbonden aan schulden",
    plus: ["EXPLOITATIE/I.B.1-1", "EXPLOITATIE/I.B.1-2"],
  },
  "EXPLOITATIE/I.B.1-1": {
    label: "aan financiële instellingen",
    count: { section: "operating", direction: "U", row: "I.B.1-1" },
  },
  "EXPLOITATIE/I.B.1-2": {
    label: "aan andere entiteiten",
    count: { section: "operating", direction: "U", row: "I.B.1-2" },
  },
  "EXPLOITATIE/I.B.2": {
    label: "Andere financiële uitgaven",
    count: { section: "operating", direction: "U", row: "I.B.2" },
  },
  "EXPLOITATIE/I.C": {
    label: "Rechthebbenden uit het overschot van het boekjaar",
    count: { section: "operating", direction: "U", row: "I.C" },
  },
  "EXPLOITATIE/II": {
    label: "Totaal Exploitatieontvangsten",
    plus: ["EXPLOITATIE/II.A", "EXPLOITATIE/II.B", "EXPLOITATIE/II.C"],
  },
  "EXPLOITATIE/II.A": {
    label: "Operationele ontvangsten",
    plus: [
      "EXPLOITATIE/II.A.1",
      "EXPLOITATIE/II.A.2",
      "EXPLOITATIE/II.A.3",
      "EXPLOITATIE/II.A.4",
      "EXPLOITATIE/II.A.5",
    ],
  },
  "EXPLOITATIE/II.A.1": {
    label: "Ontvangsten uit de werking",
    plus: ["EXPLOITATIE/II.A.1.a", "EXPLOITATIE/II.A.1.b"],
  },
  "EXPLOITATIE/II.A.1.a": {
    label: "Ontvangsten uit retributies",
    count: { section: "operating", direction: "O", row: "II.A.1.a" },
  },
  "EXPLOITATIE/II.A.1.b": {
    label: "Andere ontvangsten uit de werking",
    count: { section: "operating", direction: "O", row: "II.A.1.b" },
  },
  "EXPLOITATIE/II.A.2": {
    label: "Fiscale ontvangsten en boetes",
    plus: ["EXPLOITATIE/II.A.2.a", "EXPLOITATIE/II.A.2.b", "EXPLOITATIE/II.A.2.c"],
  },
  "EXPLOITATIE/II.A.2.a": {
    label: "Aanvullende belastingen",
    plus: ["EXPLOITATIE/II.A.2.a-1", "EXPLOITATIE/II.A.2.a-2", "EXPLOITATIE/II.A.2.a-3"],
  },
  "EXPLOITATIE/II.A.2.a-1": {
    label: "Opcentiemen op de onroerende voorheffing",
    count: { section: "operating", direction: "O", row: "II.A.2.a-1" },
  },
  "EXPLOITATIE/II.A.2.a-2": {
    label: "Aanvullende belasting op de personenbelasting",
    count: { section: "operating", direction: "O", row: "II.A.2.a-2" },
  },
  "EXPLOITATIE/II.A.2.a-3": {
    label: "Andere aanvullende belastingen",
    count: { section: "operating", direction: "O", row: "II.A.2.a-3" },
  },
  "EXPLOITATIE/II.A.2.b": {
    label: "Andere belastingen",
    count: { section: "operating", direction: "O", row: "II.A.2.b" },
  },
  "EXPLOITATIE/II.A.2.c": {
    label: "Boetes",
    count: { section: "operating", direction: "O", row: "II.A.2.c" },
  },
  "EXPLOITATIE/II.A.3": {
    label: "Werkingssubsidies",
    plus: ["EXPLOITATIE/II.A.3.a", "EXPLOITATIE/II.A.3.b"],
  },
  "EXPLOITATIE/II.A.3.a": {
    label: "Algemene werkingssubsidies",
    plus: ["EXPLOITATIE/II.A.3.a-1", "EXPLOITATIE/II.A.3.a-2"],
  },
  "EXPLOITATIE/II.A.3.a-1": {
    label: "Gemeentefonds",
    count: { section: "operating", direction: "O", row: "II.A.3.a-1" },
  },
  "EXPLOITATIE/II.A.3.a-2": {
    label: "Andere algemene werkingssubsidies",
    plus: [
      "EXPLOITATIE/II.A.3.a-2-1",
      "EXPLOITATIE/II.A.3.a-2-2",
      "EXPLOITATIE/II.A.3.a-2-3",
      "EXPLOITATIE/II.A.3.a-2-4",
      "EXPLOITATIE/II.A.3.a-2-5",
      "EXPLOITATIE/II.A.3.a-2-6",
    ],
  },
  "EXPLOITATIE/II.A.3.a-2-1": {
    label: "van de federale overheid",
    count: { section: "operating", direction: "O", row: "II.A.3.a-2-1" },
  },
  "EXPLOITATIE/II.A.3.a-2-2": {
    label: "van de Vlaamse overheid",
    count: { section: "operating", direction: "O", row: "II.A.3.a-2-2" },
  },
  "EXPLOITATIE/II.A.3.a-2-3": {
    label: "van de provincie",
    count: { section: "operating", direction: "O", row: "II.A.3.a-2-3" },
  },
  "EXPLOITATIE/II.A.3.a-2-4": {
    label: "van de gemeente",
    count: { section: "operating", direction: "O", row: "II.A.3.a-2-4" },
  },
  "EXPLOITATIE/II.A.3.a-2-5": {
    label: "van het OCMW",
    count: { section: "operating", direction: "O", row: "II.A.3.a-2-5" },
  },
  "EXPLOITATIE/II.A.3.a-2-6": {
    label: "van andere entiteiten",
    count: { section: "operating", direction: "O", row: "II.A.3.a-2-6" },
  },
  "EXPLOITATIE/II.A.3.b": {
    label: "Specifieke werkingssubsidies",
    plus: [
      "EXPLOITATIE/II.A.3.b-1",
      "EXPLOITATIE/II.A.3.b-2",
      "EXPLOITATIE/II.A.3.b-3",
      "EXPLOITATIE/II.A.3.b-4",
      "EXPLOITATIE/II.A.3.b-5",
      "EXPLOITATIE/II.A.3.b-6",
    ],
  },
  "EXPLOITATIE/II.A.3.b-1": {
    label: "van de federale overheid",
    count: { section: "operating", direction: "O", row: "II.A.3.b-1" },
  },
  "EXPLOITATIE/II.A.3.b-2": {
    label: "van de Vlaamse overheid",
    count: { section: "operating", direction: "O", row: "II.A.3.b-2" },
  },
  "EXPLOITATIE/II.A.3.b-3": {
    label: "van de provincie",
    count: { section: "operating", direction: "O", row: "II.A.3.b-3" },
  },
  "EXPLOITATIE/II.A.3.b-4": {
    label: "van de gemeente",
    count: { section: "operating", direction: "O", row: "II.A.3.b-4" },
  },
  "EXPLOITATIE/II.A.3.b-5": {
    label: "van het OCMW",
    count: { section: "operating", direction: "O", row: "II.A.3.b-5" },
  },
  "EXPLOITATIE/II.A.3.b-6": {
    label: "van andere entiteiten",
    count: { section: "operating", direction: "O", row: "II.A.3.b-6" },
  },
  "EXPLOITATIE/II.A.4": {
    label: "Recuperatie individuele hulpverlening",
    count: { section: "operating", direction: "O", row: "II.A.4" },
  },
  "EXPLOITATIE/II.A.5": {
    label: "Andere operationele ontvangsten",
    count: { section: "operating", direction: "O", row: "II.A.5" },
  },
  "EXPLOITATIE/II.B": {
    label: "Financiële ontvangsten",
    count: { section: "operating", direction: "O", row: "II.B" },
  },
  "EXPLOITATIE/II.C": {
    label: "Tussenkomst door derden in het tekort van het boekjaar",
    count: { section: "operating", direction: "O", row: "II.C" },
  },
} as const
