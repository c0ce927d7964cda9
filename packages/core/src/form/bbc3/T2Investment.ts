/** The investment block of T2 (investeringen), as BBC 3.0 prints it. A row that counts nothing adds the rows below it. */
export const rows = {
  "INVESTERINGEN/I": {
    label: "Totaal Investeringsuitgaven",
    plus: ["INVESTERINGEN/I.A", "INVESTERINGEN/I.B", "INVESTERINGEN/I.C", "INVESTERINGEN/I.D"],
  },
  "INVESTERINGEN/I.A": {
    label: "Investeringen in financiële vaste activa",
    plus: ["INVESTERINGEN/I.A.1", "INVESTERINGEN/I.A.2", "INVESTERINGEN/I.A.3", "INVESTERINGEN/I.A.4"],
  },
  "INVESTERINGEN/I.A.1": {
    label: "Extern verzelfstandigde agentschappen",
    count: { section: "investment", direction: "U", row: "I.A.1" },
  },
  "INVESTERINGEN/I.A.2": {
    label: "Intergemeentelijke samenwerkingsverbanden en soortgelijke entiteiten",
    count: { section: "investment", direction: "U", row: "I.A.2" },
  },
  "INVESTERINGEN/I.A.3": {
    label: "Verenigingen en vennootschappen voor maatschappelijk welzijn",
    count: { section: "investment", direction: "U", row: "I.A.3" },
  },
  "INVESTERINGEN/I.A.4": {
    label: "Andere financiële vaste activa",
    count: { section: "investment", direction: "U", row: "I.A.4" },
  },
  "INVESTERINGEN/I.B": {
    label: "Investeringen in materiële vaste activa",
    plus: ["INVESTERINGEN/I.B.1", "INVESTERINGEN/I.B.2"],
  },
  "INVESTERINGEN/I.B.1": {
    label: "Gemeenschapsgoederen en bedrijfsmatige materiële vaste activa",
    plus: [
      "INVESTERINGEN/I.B.1.a",
      "INVESTERINGEN/I.B.1.b",
      "INVESTERINGEN/I.B.1.c",
      "INVESTERINGEN/I.B.1.d",
      "INVESTERINGEN/I.B.1.e",
    ],
  },
  "INVESTERINGEN/I.B.1.a": {
    label: "Terreinen en gebouwen",
    count: { section: "investment", direction: "U", row: "I.B.1.a" },
  },
  "INVESTERINGEN/I.B.1.b": {
    label: "Wegen en andere infrastructuur",
    count: { section: "investment", direction: "U", row: "I.B.1.b" },
  },
  "INVESTERINGEN/I.B.1.c": {
    label: "Roerende goederen",
    count: { section: "investment", direction: "U", row: "I.B.1.c" },
  },
  "INVESTERINGEN/I.B.1.d": {
    label: "Leasing en soortgelijke rechten",
    count: { section: "investment", direction: "U", row: "I.B.1.d" },
  },
  "INVESTERINGEN/I.B.1.e": {
    label: "erfgoed",
    count: { section: "investment", direction: "U", row: "I.B.1.e" },
  },
  "INVESTERINGEN/I.B.2": {
    label: "Andere materiële vaste activa",
    plus: ["INVESTERINGEN/I.B.2.a", "INVESTERINGEN/I.B.2.b"],
  },
  "INVESTERINGEN/I.B.2.a": {
    label: "Onroerende goederen",
    count: { section: "investment", direction: "U", row: "I.B.2.a" },
  },
  "INVESTERINGEN/I.B.2.b": {
    label: "Roerende goederen",
    count: { section: "investment", direction: "U", row: "I.B.2.b" },
  },
  "INVESTERINGEN/I.C": {
    label: "Investeringen in immateriële vaste activa",
    count: { section: "investment", direction: "U", row: "I.C" },
  },
  "INVESTERINGEN/I.D": {
    label: "Toegestane investeringssubsidies",
    plus: [
      "INVESTERINGEN/I.D-1",
      "INVESTERINGEN/I.D-2",
      "INVESTERINGEN/I.D-3",
      "INVESTERINGEN/I.D-4",
      "INVESTERINGEN/I.D-5",
      "INVESTERINGEN/I.D-6",
      "INVESTERINGEN/I.D-7",
      "INVESTERINGEN/I.D-8",
      "INVESTERINGEN/I.D-9",
      "INVESTERINGEN/I.D-10",
      "INVESTERINGEN/I.D-11",
    ],
  },
  "INVESTERINGEN/I.D-1": {
    label: "aan de districten",
    count: { section: "investment", direction: "U", row: "I.D-1" },
  },
  "INVESTERINGEN/I.D-2": {
    label: "aan de eigen autonome gemeentebedrijven (AGB)",
    count: { section: "investment", direction: "U", row: "I.D-2" },
  },
  "INVESTERINGEN/I.D-3": {
    label: "aan de eigen autonome provinciebedrijven (APB)",
    count: { section: "investment", direction: "U", row: "I.D-3" },
  },
  "INVESTERINGEN/I.D-4": {
    label: "aan welzijnsverenigingen",
    count: { section: "investment", direction: "U", row: "I.D-4" },
  },
  "INVESTERINGEN/I.D-5": {
    label: "aan andere verenigingen of vennootschappen voor maatsch. welzijn",
    count: { section: "investment", direction: "U", row: "I.D-5" },
  },
  "INVESTERINGEN/I.D-6": {
    label: "aan de politiezone",
    count: { section: "investment", direction: "U", row: "I.D-6" },
  },
  "INVESTERINGEN/I.D-7": {
    label: "aan de hulpverleningszone",
    count: { section: "investment", direction: "U", row: "I.D-7" },
  },
  "INVESTERINGEN/I.D-8": {
    label: "aan intergemeentelijke samenwerkingsverbanden (IGS)",
    count: { section: "investment", direction: "U", row: "I.D-8" },
  },
  "INVESTERINGEN/I.D-9": {
    label: "aan besturen van de eredienst",
    count: { section: "investment", direction: "U", row: "I.D-9" },
  },
  "INVESTERINGEN/I.D-10": {
    label: "aan niet-confessionele levensbeschouwelijke gemeenschappen",
    count: { section: "investment", direction: "U", row: "I.D-10" },
  },
  "INVESTERINGEN/I.D-11": {
    label: "aan andere begunstigden",
    count: { section: "investment", direction: "U", row: "I.D-11" },
  },
  "INVESTERINGEN/II": {
    label: "Totaal Investeringsontvangsten",
    plus: ["INVESTERINGEN/II.A", "INVESTERINGEN/II.B", "INVESTERINGEN/II.C", "INVESTERINGEN/II.D"],
  },
  "INVESTERINGEN/II.A": {
    label: "Verkoop van financiële vaste activa",
    plus: ["INVESTERINGEN/II.A.1", "INVESTERINGEN/II.A.2", "INVESTERINGEN/II.A.3", "INVESTERINGEN/II.A.4"],
  },
  "INVESTERINGEN/II.A.1": {
    label: "Extern verzelfstandigde agentschappen",
    count: { section: "investment", direction: "O", row: "II.A.1" },
  },
  "INVESTERINGEN/II.A.2": {
    label: "Intergemeentelijke samenwerkingsverbanden en soortgelijke entiteiten",
    count: { section: "investment", direction: "O", row: "II.A.2" },
  },
  "INVESTERINGEN/II.A.3": {
    label: "Verenigingen en vennootschappen voor maatschappelijk welzijn",
    count: { section: "investment", direction: "O", row: "II.A.3" },
  },
  "INVESTERINGEN/II.A.4": {
    label: "Andere financiële vaste activa",
    count: { section: "investment", direction: "O", row: "II.A.4" },
  },
  "INVESTERINGEN/II.B": {
    label: "Verkoop van materiële vaste activa",
    plus: ["INVESTERINGEN/II.B.1", "INVESTERINGEN/II.B.2"],
  },
  "INVESTERINGEN/II.B.1": {
    label: "Gemeenschapsgoederen en bedrijfsmatige materiële vaste activa",
    plus: [
      "INVESTERINGEN/II.B.1.a",
      "INVESTERINGEN/II.B.1.b",
      "INVESTERINGEN/II.B.1.c",
      "INVESTERINGEN/II.B.1.d",
      "INVESTERINGEN/II.B.1.e",
    ],
  },
  "INVESTERINGEN/II.B.1.a": {
    label: "Terreinen en gebouwen",
    count: { section: "investment", direction: "O", row: "II.B.1.a" },
  },
  "INVESTERINGEN/II.B.1.b": {
    label: "Wegen en andere infrastructuur",
    count: { section: "investment", direction: "O", row: "II.B.1.b" },
  },
  "INVESTERINGEN/II.B.1.c": {
    label: "Roerende goederen",
    count: { section: "investment", direction: "O", row: "II.B.1.c" },
  },
  "INVESTERINGEN/II.B.1.d": {
    label: "Leasing en soortgelijke rechten",
    count: { section: "investment", direction: "O", row: "II.B.1.d" },
  },
  "INVESTERINGEN/II.B.1.e": {
    label: "erfgoed",
    count: { section: "investment", direction: "O", row: "II.B.1.e" },
  },
  "INVESTERINGEN/II.B.2": {
    label: "Andere materiële vaste activa",
    plus: ["INVESTERINGEN/II.B.2.a", "INVESTERINGEN/II.B.2.b"],
  },
  "INVESTERINGEN/II.B.2.a": {
    label: "Onroerende goederen",
    count: { section: "investment", direction: "O", row: "II.B.2.a" },
  },
  "INVESTERINGEN/II.B.2.b": {
    label: "Roerende goederen",
    count: { section: "investment", direction: "O", row: "II.B.2.b" },
  },
  "INVESTERINGEN/II.C": {
    label: "Verkoop van immateriële vaste activa",
    count: { section: "investment", direction: "O", row: "II.C" },
  },
  "INVESTERINGEN/II.D": {
    label: "Investeringssubsidies en -schenkingen",
    plus: [
      "INVESTERINGEN/II.D-1",
      "INVESTERINGEN/II.D-2",
      "INVESTERINGEN/II.D-3",
      "INVESTERINGEN/II.D-4",
      "INVESTERINGEN/II.D-5",
      "INVESTERINGEN/II.D-6",
    ],
  },
  "INVESTERINGEN/II.D-1": {
    label: "van de federale overheid",
    count: { section: "investment", direction: "O", row: "II.D-1" },
  },
  "INVESTERINGEN/II.D-2": {
    label: "van de Vlaamse overheid",
    count: { section: "investment", direction: "O", row: "II.D-2" },
  },
  "INVESTERINGEN/II.D-3": {
    label: "van de provincie",
    count: { section: "investment", direction: "O", row: "II.D-3" },
  },
  "INVESTERINGEN/II.D-4": {
    label: "van de gemeente",
    count: { section: "investment", direction: "O", row: "II.D-4" },
  },
  "INVESTERINGEN/II.D-5": {
    label: "van het OCMW",
    count: { section: "investment", direction: "O", row: "II.D-5" },
  },
  "INVESTERINGEN/II.D-6": {
    label: "van andere entiteiten",
    count: { section: "investment", direction: "O", row: "II.D-6" },
  },
} as const
