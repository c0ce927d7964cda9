/** The financing block of T2 (financiering), as BBC 3.0 prints it. A row that counts nothing adds the rows below it. */
export const rows = {
  "FINANCIERING/I": {
    label: "Totaal financieringsuitgaven",
    plus: [
      "FINANCIERING/I.A",
      "FINANCIERING/I.B",
      "FINANCIERING/I.C",
      "FINANCIERING/I.D",
      "FINANCIERING/I.E",
    ],
  },
  "FINANCIERING/I.A": {
    label: "Vereffening van financiële schulden",
    plus: ["FINANCIERING/I.A.1", "FINANCIERING/I.A.2"],
  },
  "FINANCIERING/I.A.1": {
    label: "Periodieke aflossingen van opgenomen leningen en leasings",
    count: { section: "financing", direction: "U", row: "I.A.1" },
  },
  "FINANCIERING/I.A.2": {
    label: "Niet- periodieke aflossingen van opgenomen leningen en leasings",
    count: { section: "financing", direction: "U", row: "I.A.2" },
  },
  "FINANCIERING/I.B": {
    label: "Vereffening van niet-financiële schulden",
    count: { section: "financing", direction: "U", row: "I.B" },
  },
  "FINANCIERING/I.C": {
    label: "Toegestane leningen en betalingsuitstel",
    plus: ["FINANCIERING/I.C.1", "FINANCIERING/I.C.2"],
  },
  "FINANCIERING/I.C.1": {
    label: "Toegestane leningen",
    plus: [
      "FINANCIERING/I.C.1-1",
      "FINANCIERING/I.C.1-2",
      "FINANCIERING/I.C.1-3",
      "FINANCIERING/I.C.1-4",
      "FINANCIERING/I.C.1-5",
      "FINANCIERING/I.C.1-6",
      "FINANCIERING/I.C.1-7",
      "FINANCIERING/I.C.1-8",
      "FINANCIERING/I.C.1-9",
      "FINANCIERING/I.C.1-10",
    ],
  },
  "FINANCIERING/I.C.1-1": {
    label: "aan de eigen autonome gemeentebedrijven (AGB)",
    count: { section: "financing", direction: "U", row: "I.C.1-1" },
  },
  "FINANCIERING/I.C.1-2": {
    label: "aan de eigen autonome provinciebedrijven (APB)",
    count: { section: "financing", direction: "U", row: "I.C.1-2" },
  },
  "FINANCIERING/I.C.1-3": {
    label: "aan welzijnsverenigingen",
    count: { section: "financing", direction: "U", row: "I.C.1-3" },
  },
  "FINANCIERING/I.C.1-4": {
    label: "aan andere verenigingen of vennootschappen voor maatschappelijk welzijn",
    count: { section: "financing", direction: "U", row: "I.C.1-4" },
  },
  "FINANCIERING/I.C.1-5": {
    label: "aan de politiezone",
    count: { section: "financing", direction: "U", row: "I.C.1-5" },
  },
  "FINANCIERING/I.C.1-6": {
    label: "aan de hulpverleningszone",
    count: { section: "financing", direction: "U", row: "I.C.1-6" },
  },
  "FINANCIERING/I.C.1-7": {
    label: "aan intergemeentelijke samenwerkingsverbanden (IGS)",
    count: { section: "financing", direction: "U", row: "I.C.1-7" },
  },
  "FINANCIERING/I.C.1-8": {
    label: "aan besturen van de eredienst",
    count: { section: "financing", direction: "U", row: "I.C.1-8" },
  },
  "FINANCIERING/I.C.1-9": {
    label: "aan niet confessionele levensbeschouwelijke gemeenschappen",
    count: { section: "financing", direction: "U", row: "I.C.1-9" },
  },
  "FINANCIERING/I.C.1-10": {
    label: "aan andere begunstigden",
    count: { section: "financing", direction: "U", row: "I.C.1-10" },
  },
  "FINANCIERING/I.C.2": {
    label: "Toegestaan betalingsuitstel",
    count: { section: "financing", direction: "U", row: "I.C.2" },
  },
  "FINANCIERING/I.D": {
    label: "Vooruitbetalingen",
    count: { section: "financing", direction: "U", row: "I.D" },
  },
  "FINANCIERING/I.E": {
    label: "Kapitaalsverminderingen",
    count: { section: "financing", direction: "U", row: "I.E" },
  },
  "FINANCIERING/II": {
    label: "Totaal financieringsontvangsten",
    plus: [
      "FINANCIERING/II.A",
      "FINANCIERING/II.B",
      "FINANCIERING/II.C",
      "FINANCIERING/II.D",
      "FINANCIERING/II.E",
      "FINANCIERING/II.F",
    ],
  },
  "FINANCIERING/II.A": {
    label: "Aangaan van financiële schulden",
    plus: ["FINANCIERING/II.A.1", "FINANCIERING/II.A.2"],
  },
  "FINANCIERING/II.A.1": {
    label: "Opname van leningen en leasings bij financiële instellingen",
    count: { section: "financing", direction: "O", row: "II.A.1" },
  },
  "FINANCIERING/II.A.2": {
    label: "Opname van leningen en leasings bij andere entiteiten",
    count: { section: "financing", direction: "O", row: "II.A.2" },
  },
  "FINANCIERING/II.B": {
    label: "Aangaan van niet-financiële schulden",
    count: { section: "financing", direction: "O", row: "II.B" },
  },
  "FINANCIERING/II.C": {
    label: "Vereffening van toegestane leningen en betalingsuitstel",
    plus: ["FINANCIERING/II.C.1", "FINANCIERING/II.C.2"],
  },
  "FINANCIERING/II.C.1": {
    label: "Terugvordering van toegestane leningen",
    plus: ["FINANCIERING/II.C.1.a", "FINANCIERING/II.C.1.b"],
  },
  "FINANCIERING/II.C.1.a": {
    label: "Periodieke terugvorderingen",
    count: { section: "financing", direction: "O", row: "II.C.1.a" },
  },
  "FINANCIERING/II.C.1.b": {
    label: "Niet-periodieke terugvorderingen",
    count: { section: "financing", direction: "O", row: "II.C.1.b" },
  },
  "FINANCIERING/II.C.2": {
    label: "Vereffening van betalingsuitstel",
    count: { section: "financing", direction: "O", row: "II.C.2" },
  },
  "FINANCIERING/II.D": {
    label: "Vereffening van vooruitbetalingen",
    count: { section: "financing", direction: "O", row: "II.D" },
  },
  "FINANCIERING/II.E": {
    label: "Kapitaalsvermeerderingen",
    count: { section: "financing", direction: "O", row: "II.E" },
  },
  "FINANCIERING/II.F": {
    label:
      "Bijdragen en schenkingen niet gekoppeld aan operationele activiteiten of aan de verwerking van vaste activa",
    count: { section: "financing", direction: "O", row: "II.F" },
  },
} as const
