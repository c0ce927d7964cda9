/**
 * The general accounts of budgetary operations (algemene rekeningen voor de budgettaire verrichtingen): the row of T2 of each.
 *
 * Source: the annex of the Ministerial Decree on BBC (MB BBC), section C, through a public copy of the code list; its titles
 * of rows equal those of BBC 3.0. Two pairs of accounts between municipality and OCMW (6190/7090, 6941/7941) have no row.
 */
import type { AccountRule } from "../../event/Structure.ts"

/** Returns the accounts as declarations, for `Adoption.declare({ accounts })`. */
export const accounts = (): ReadonlyArray<AccountRule> => {
  const rules: Array<AccountRule> = []
  let row: Pick<AccountRule, "section" | "direction" | "row" | "title"> = {
    section: "operating",
    direction: "U",
  }
  for (const line of table.trim().split("\n")) {
    const [first = "", second = "", code = "", title = ""] = line.trim().split(";")
    if (first === "=") {
      const same = rules.filter((rule) => rule.section === row.section && rule.row === second)
      rules.push(...same.map((rule) => ({ ...rule, ...row })))
    } else if (line.startsWith(" ")) rules.push({ ...row, prefixes: first.split(" "), description: second })
    else
      row = {
        section: sections[first] ?? "result",
        direction: second === "O" ? "O" : "U",
        ...(code === "" ? {} : { row: code, title }),
      }
  }
  return rules
}

const sections: Readonly<Record<string, AccountRule["section"]>> = {
  operating: "operating",
  investment: "investment",
  financing: "financing",
}

/**
 * A row of T2, then its accounts: the first digits, and the description. `=`: the accounts of another row, of what was
 * bought and is sold.
 */
const table = `
operating;U;I.A.1;Goederen en diensten
  600 601 602 603 604;Aankopen van grondstoffen, hulpstoffen en handelsgoederen
  605;Aankopen van onroerende goederen bestemd voor verkoop
  608;Ontvangen kortingen, ristorno's en rabatten (-)
  6100 6101 6102;Huur, huurlasten en andere vergoedingen voor het gebruik van onroerende goederen
  6103;Onderhoud en herstel van onroerende goederen
  6110;Elektriciteit
  6111;Gas
  6112;Aardolieprodukten
  6113;Andere energiebronnen
  612;Verzekeringen
  613 614 615 616;Andere diensten en leveringen
  617;Uitzendkrachten en personen ter beschikking gesteld van het bestuur of van een boekhoudkundige entiteit binnen het bestuur
  618;Bezoldigingen, premies voor buitenwettelijke verzekeringen, ouderdoms- en overlevingspensioenen van bestuurders die niet worden toegekend uit hoofde van een arbeidsovereenkomst.
operating;U;I.A.2.a;Politiek personeel
  6200;Bezoldigingen en rechtstreekse sociale voordelen - politiek personeel
  6210;Werkgeversbijdragen wettelijke verzekeringen - politiek personeel
  6220;Werkgeversbijdragen voor bovenwettelijke verzekeringen - politiek personeel
operating;U;I.A.2.b;Vast benoemd niet-onderwijzend personeel
  6201;Bezoldigingen en rechtstreekse sociale voordelen - vast benoemd personeel
  6211;Werkgeversbijdragen wettelijke verzekeringen - vast benoemd personeel
  6219;Werkgeversbijdragen wettelijke verzekeringen - responsabiliseringsbijdrage
  6221;Werkgeversbijdragen voor bovenwettelijke verzekeringen - vast benoemd personeel
operating;U;I.A.2.c;Niet vast benoemd niet-onderwijzend personeel
  6202 6203 6204 6205 6206;Bezoldigingen en rechtstreekse sociale voordelen - niet vast benoemd personeel
  6212 6213 6214 6215 6216;Werkgeversbijdragen wettelijke verzekeringen - niet vast benoemd personeel
  6222 6223 6224 6225 6226;Werkgeversbijdragen voor bovenwettelijke verzekeringen - niet vast benoemd personeel
operating;U;I.A.2.d;Onderwijzend personeel ten laste van het bestuur
  6207;Bezoldigingen en rechtstreekse sociale voordelen - onderwijzend personeel ten laste van het bestuur
  6217;Werkgeversbijdragen wettelijke verzekeringen - onderwijzend personeel ten laste van het bestuur
  6227;Werkgeversbijdragen voor bovenwettelijke verzekeringen - onderwijzend personeel ten laste van het bestuur
operating;U;I.A.2.e;Onderwijzend personeel ten laste van andere overheden
  6208;Bezoldigingen en rechtstreekse sociale voordelen - onderwijzend personeel ten laste van andere overheden
  6218;Werkgeversbijdragen wettelijke verzekeringen - onderwijzend personeel ten laste van andere overheden
  6228;Werkgeversbijdragen voor bovenwettelijke verzekeringen - onderwijzend personeel ten laste van andere overheden
operating;U;I.A.2.f;Andere personeelskosten
  623;Andere personeelskosten
operating;U;I.A.2.g;Pensioenen en soortgelijke verplichtingen
  6240;Pensioenen politiek personeel
  6241;Pensioenen vast benoemd personeel
  6242;Bijdrage herverzekering voor pensioenen van politiek en vast benoemd personeel
  6243;Bijdrage herverzekering voor werkgeversbijdragen wettelijke verzekeringen
  6244;Onttrekking herverzekering voor pensioenen van politiek en vast benoemd personeel (-)
  6245;Onttrekking herverzekering voor werkgeversbijdragen wettelijke verzekeringen (-)
operating;U;I.A.3;Individuele hulpverlening door het OCMW
  6480;Leefloon
  6481 6482 6483 6484 6485 6486 6487 6488 6489;Andere individuele hulpverlening
operating;U;I.A.4;Toegestane werkingssubsidies
  6490 6491 6492 6493 6494;Algemene werkingssubsidies
  6495;Prijssubsidies
  6496 6497 6498 6499;Andere specifieke werkingssubsidies
operating;U;I.A.5;Andere operationele uitgaven
  640;Belastingen
  642;Minderwaarde op de realisatie van operationele vorderingen
  643 644 645 646 647;Andere operationele kosten
operating;U;I.B.1;Rente, commissies en kosten verbonden aan schulden
  6500;Rente, commissies en kosten verbonden aan schulden
operating;U;I.B.2;Andere financiële uitgaven
  6502;Andere kosten van schulden
  652;Minderwaarde op de realisatie van vlottende activa
  653;Discontokosten op vorderingen
  654;Gerealiseerde wisselresultaten
  657 658 659;Andere financiële kosten
operating;U;I.C;Rechthebbenden uit het overschot van het boekjaar
  6940;Rechthebbenden uit het overschot van het boekjaar
operating;O;II.A.1.a;Ontvangsten uit retributies
  70000;Identiteitsbewijzen, verblijfsdocumenten, paspoorten, trouwboekjes, uittreksels
  70001;Omgevingsvergunningen
  70002;Conformiteitsattesten
  70003;Vastgoedinformatie
  70004 70005 70006 70007 70008 70009;Retributies voor andere stukken
  70010;Weginfrastructuur
  70011;Onderhoud rioolnet
  70012 70013 70014 70015 70016 70017 70018 70019;Retributies voor andere werken voor derden
  70020;Begraving / bijzetting / verstrooiing
  70021;Graftekens
  70022;Ontgraving
  70023 70024 70025 70026 70027 70028 70029;Andere retributies inzake begraafplaatsen en lijkbezorging
  70030;Diftar/ophaalronde
  70031;Zakken, klevers, recipiënten
  70032;Gebruik gemeentelijke containers
  70033;Toegang recyclagepark
  70034;Grof vuil
  70035;Bedrijfsafval
  70036;Opruiming sluikstorten
  70037;Reinigen openbare weg
  70038 70039;Andere retributies inzake openbare hygiëne
  70040;Vergunningen
  70041;Bestuurderspassen
  70042;Standplaatsmachtigingen
  70043 70044 70045 70046 70047 70048 70049;Andere retributies inzake individueel bezoldigd personenvervoer
  70050;Plaatsrecht markten
  70051;Plaatsrecht kermissen
  70052;Kaairechten
  70053;Dagbladkiosken, frituurkramen, handelsinrichtingen
  70054;Automatische verdelers
  70055;Terrassen, tafels, stoelen
  70056;Inname openbaar domein voor werken
  70057;Inname openbaar domein voor werken aan nutsvoorzieningen
  70058;Parkeervergoedingen
  70059;Toegang lage emissiezone
  70060;Huur van lokale infrastructuur
  70061;Ontlening van materiaal
  70062 70063 70064 70065 70066 70067 70068 70069;Andere retributies inzake gebruik van openbaar domein en publieke middelen
  70070;Onderwijs en kinder- en jeugdwerking
  70071;Sportactiviteiten
  70072 70073 70074 70075 70076 70077 70078 70079;Andere retributies inzake onderwijs, jeugdwerking en sportactiviteiten
  70080;Toerisme, culturele activiteiten en musea
  70081;Bibliotheekdiensten
  70082 70083 70084 70085 70086 70087 70088 70089;Andere retributies inzake toerisme en cultuur
  70090 70091 70092 70093 70094 70095 70096 70097 70098 70099;Andere retributies
operating;O;II.A.1.b;Andere ontvangsten uit de werking
  701 702 703 704 705 706;Andere verkopen en dienstprestaties
  707;Prijssubsidies
  708;Toegekende kortingen, ristorno's en rabatten (-)
operating;O;II.A.2.a;Aanvullende belastingen
  7300;Opcentiemen op de onroerende voorheffing
  7301;Aanvullende belasting op de personenbelasting
  7302;Motorrijtuigen
  7303;Gewestelijke milieuheffing
  7304;Gewestbelasting op ongeschikte en/of onbewoonbare woningen
  7305;Gewestbelasting op leegstand en verwaarlozing van bedrijfsruimten
  7309;Andere aanvullende belastingen
operating;O;II.A.2.b;Andere belastingen
  7310;Aansluiting riolering
  7311;Aansluiting waterleiding
  7312;Vervoer van personen die overlast veroorzaken
  7313;Valse alarmmeldingen
  7314;Weghalen, bewaren in beslag genomen voertuigen
  7315;Afgifte identiteitsbewijzen, paspoorten, trouwboekjes, uittreksels
  7316;Aanvragen omgevingsvergunningen
  7318;Andere belastingen op de afgifte van administratieve stukken
  7319;Andere belastingen op prestaties
  7320;Verwerving zate
  7321;Leggen straten
  7322;Leggen riolen
  7323;Leggen trottoirs
  7324;Leggen inritten in trottoirs
  7325;Leggen waterleiding
  7326;Urbanisatiebelasting
  7329;Andere verhaalbelastingen
  73300;Onderhoud rioolnet
  73301;Op rioolnet aangesloten en aansluitbare gebouwen
  73302;Op waterleidingsnet aangesloten en aansluitbare gebouwen
  73303;Ruiming aalputten
  73304;Afkoppelen hemelwater
  73310;Verblijf lijkenhuis
  73311;Begraving / bijzetting / verstrooiing
  73312;Lijkenvervoer
  73313;Graftekens
  73314;Ontgraving
  73320;Jaarlijkse huisvuilbelasting
  73321;Jaarlijkse milieubelasting
  73322;Diftar / ophaalronde
  73323;Afgifte zakken, klevers, recipiënten
  73324;Gebruik gemeentelijke containers
  73325;Toegang recyclagepark
  73326;Grof vuil
  73327;Bedrijfsafval
  73328;Sluikstorten
  73329;Reinigen openbare weg
  7339;Andere belastingen inzake openbare hygiëne
  73400;Algemene bedrijfsbelasting
  73401;Exploitatie hinderlijke inrichtingen
  73402;Drijfkracht
  73403;Groeven: zand, kiezel, klei
  73404;Steenbakkerijen
  73405;Tabakslijterijen
  73406;Drankslijterijen
  73407;Openblijven van drankgelegenheden na het sluitingsuur
  73408;Nachtwinkels en phoneshops
  73409;Barpersoneel
  73410;Privé-clubs
  73411;Banken en financieringsinstellingen
  73412;Wedkantoren
  73413;Leurhandel
  73414;Taxidiensten
  73415;Diensten verhuur voertuigen met bestuurder
  73416;Stortplaatsen
  73417;Stapelplaatsen voor schroot / oude achtergelaten voertuigen/ materialen
  73418;Tanks en vergaarbakken
  73419;Verblijfsbelasting
  73420;Kamers
  73421;Kampeerterreinen / kampeerverblijfparken
  73422;Reclameborden
  73423;Lichtreclames
  73424;Verspreiding kosteloos reclamedrukwerk
  73425;Voertuigen met reclame
  73426;Privé-wegwijzers
  73499;Andere bedrijfsbelastingen
  7350;Vermakelijkheden (festivals / evenementen)
  7351;Vertoningen (films)
  7352;Openbare bals
  73600;Plaatsrecht markten
  73601;Plaatsrecht kermissen
  73602;Kaairechten
  73603;Dagbladkiosken, frituurkramen, handelsinrichtingen
  73604;Strandexploitaties
  73605;Benzine-, olie- en persdrukpompen
  73606;Automatische verdelers
  73607;Standplaatsen huurrijtuigen
  73608;Terrassen, tafels, stoelen
  73609;Masten en pylonen
  73610;Andere inname openbaar domein
  73611;Parkeren
  73699;Andere belastingen op het gebruik van het openbaar domein
  7370;Bouwen
  7371;Niet-bebouwde gronden
  7372;Niet-bebouwde percelen
  7373;Ontbreken van parkeerplaatsen
  7374;Leegstaande woningen en gebouwen
  7375;Krotten / verwaarloosde, ongeschikte of onbewoonbare woningen en gebouwen
  7376;Leegstand / verkrotting bedrijfsruimten
  7377;Tweede verblijven
  7379;Andere belastingen op patrimonium
  7380;Algemene gemeentebelasting
  7381;Luxepaarden
  7382;Honden
  7389;Overige andere belastingen
operating;O;II.A.2.c;Boetes
  7390;GAS-boetes voor lichte snelheidsovertredingen (GAS 5)
  7391;GAS-boetes voor inbreuken inzake stilstaan, parkeren en autoluwe zones (GAS 4)
  7392 7393 7394 7395;Andere GAS-boetes
  7396;Boetes in het kader van de lage emissiezone
  7397 7398 7399;Andere administratieve sancties
operating;O;II.A.3.a;Algemene werkingssubsidies
  74000;Gemeentefonds - basisdotatie
  74001;Gemeentefonds - aanvullende dotaties
  7401 7402 7403 7404;Andere algemene werkingssubsidies
operating;O;II.A.3.b;Specifieke werkingssubsidies
  7405 7406 7407 7408 7409;Specifieke werkingssubsidies
operating;O;II.A.4;Recuperatie van individuele hulpverlening
  7480;Recuperatie van leefloon
  7481 7482 7483 7484 7485 7486 7487 7488 7489;Recuperatie van andere individuele hulpverlening
operating;O;II.A.5;Andere operationele ontvangsten
  742;Meerwaarde op de realisatie van operationele vorderingen
  744;Inhouding pensioen
  745 746 747;Andere operationele opbrengsten
operating;O;II.B;Financiële ontvangsten
  750;Opbrengsten uit financiële vaste activa
  751;Opbrengsten uit vlottende activa
  752;Meerwaarde op realisatie van vlottende activa
  7531;Intrestsubsidies
  754;Gerealiseerde wisselresultaten
  756;Betalingskorting
  757;Lijfrente en eeuwigdurende renten
  758;Terugvordering van financiële kosten
  759;Andere financiële opbrengsten
operating;O;II.C;Tussenkomst van derden in het tekort van het boekjaar
  7940;Tussenkomst door derden in het tekort van het boekjaar
investment;U;I.A.1;Extern verzelfstandigde agentschappen
  2801;Belangen in extern verzelfstandigde agentschappen - nog te storten bedragen (-)
  2802;Vorderingen op extern verzelfstandigde agentschappen - nominale waarde
investment;U;I.A.2;Intergemeentelijke samenwerkingsverbanden en soortgelijke entiteiten
  2811;Belangen in intergemeentelijke samenwerkingsverbanden en soortgelijke entiteiten - nog te storten bedragen (-)
  2812;Vorderingen op intergemeentelijke samenwerkingsverbanden en soortgelijke entiteiten - nominale waarde
investment;U;I.A.3;Welzijnsverenigingen en andere verenigingen of vennootschappen voor maatschappelijk welzijn
  2831;Belangen in welzijnsverenigingen en andere verenigingen of vennootschappen voor maatschappelijk welzijn - nog te storten bedragen (-)
  2832;Vorderingen op welzijnsverenigingen en andere verenigingen of vennootschappen voor maatschappelijk welzijn-  nominale waarde
investment;U;I.A.4;Andere financiële vaste activa
  2841;Andere aandelen - nog te storten bedragen (-)
  2842;Niet-vastrentende effecten
  2850;Vorderingen op rekening
  2852;Vastrentende effecten
  288;Borgtochten betaald in contanten
investment;U;I.B.1.a;Terreinen en gebouwen
  220;Terreinen - gemeenschapsgoederen
  221;Gebouwen - gemeenschapsgoederen
  222;Bebouwde terreinen - gemeenschapsgoederen
  223;Andere zakelijke rechten op onroerende goederen - gemeenschapsgoederen
  2290;Terreinen - bedrijfsmatige materiële vaste activa
  2291;Gebouwen - bedrijfsmatige materiële vaste activa
  2292;Bebouwde terreinen - bedrijfsmatige materiële vaste activa
  2293;Andere zakelijke rechten op onroerende goederen - bedrijfsmatige materiële vaste activa
investment;U;I.B.1.b;Wegen en overige infrastructuur
  224;Wegen
  225;Andere infrastructuur betreffende de wegen
  226;Waterlopen en waterbekkens
  227;Riolering en afvalwaterzuivering
  228;Andere onroerende infrastructuur
investment;U;I.B.1.c;Roerende goederen
  230 231 232 233 234;Installaties, machines en uitrusting - gemeenschapsgoederen
  235 236 237 238 239;Installaties, machines en uitrusting - bedrijfsmatige materiële vaste activa
  240 241 242 243 244;Meubilair, kantooruitrusting en rollend materieel - gemeenschapsgoederen
  245 246 247 248 249;Meubilair, kantooruitrusting en rollend materieel - bedrijfsmatige materiële vaste activa
investment;U;I.B.1.d;Vaste activa in leasing of op grond van een soortgelijk recht
  250;Terreinen en gebouwen - gemeenschapsgoederen
  251;Installaties, machines en uitrusting - gemeenschapsgoederen
  252;Meubilair, kantooruitrusting en rollend materieel - gemeenschapsgoederen
  253;Terreinen en gebouwen - bedrijfsmatige materiële vaste activa
  254;Installaties, machines en uitrusting - bedrijfsmatige materiële vaste activa
  255;Meubilair, kantooruitrusting en rollend materieel - bedrijfsmatige materiële vaste activa
investment;U;I.B.1.e;Erfgoed
  270 271 272 273 274;Onroerend erfgoed
  275 276 277 278 279;Roerend erfgoed
investment;U;I.B.2.a;Terreinen en gebouwen
  260 261 262 263 264;Terreinen en gebouwen - andere materiële vaste activa
investment;U;I.B.2.b;Roerende goederen
  265 266 267 268 269;Roerende goederen - andere materiële vaste activa
investment;U;I.C;Investeringen in immateriële vaste activa
  210;Kosten van onderzoek en ontwikkeling
  211;Concessies, octrooien, licenties, knowhow, merken en soortgelijke rechten
  212;Goodwill
  213;Vooruitbetalingen
  214;Plannen en studies
investment;U;I.D;Toegestane investeringssubsidies
  664;Toegestane investeringssubsidies
investment;O;II.A.1;Extern verzelfstandigde agentschappen
  2800;Belangen in extern verzelfstandigde agentschappen - aanschaffingswaarde
  2802;Vorderingen op extern verzelfstandigde agentschappen - nominale waarde
investment;O;II.A.2;Intergemeentelijke samenwerkingsverbanden en soortgelijke entiteiten
  2810;Belangen in intergemeentelijke samenwerkingsverbanden en soortgelijke entiteiten - aanschaffingswaarde
  2812;Vorderingen op intergemeentelijke samenwerkingsverbanden en soortgelijke entiteiten - nominale waarde
investment;O;II.A.3;Welzijnsverenigingen en andere verenigingen of vennootschappen voor maatschappelijk welzijn
  2830;Belangen in welzijnsverenigingen en andere verenigingen of vennootschappen voor maatschappelijk welzijn - aanschaffingswaarde
  2832;Vorderingen op welzijnsverenigingen en andere verenigingen of vennootschappen voor maatschappelijk welzijn -  nominale waarde
investment;O;II.A.4;Andere financiële vaste activa
  2840;Andere aandelen - aanschaffingswaarde
  2842;Niet-vastrentende effecten
  2850;Vorderingen op rekening
  2852;Vastrentende effecten
  288;Borgtochten betaald in contanten
investment;O;II.B.1.a;Terreinen en gebouwen
  =;I.B.1.a
investment;O;II.B.1.b;Wegen en overige infrastructuur
  =;I.B.1.b
investment;O;II.B.1.c;Roerende goederen
  =;I.B.1.c
investment;O;II.B.1.d;Vaste activa in leasing of op grond van een soortgelijk recht
  250;Terreinen en gebouwen - gemeenschapsgoederen
  251;Installaties, machines en uitrusting - gemeenschapsgoederen
  252;Meubilair, kantooruitrusting en rollend materieel in leasing of op grond van een soortgelijk recht - gemeenschapsgoederen
  253;Terreinen en gebouwen - bedrijfsmatige materiële vaste activa
  254;Installaties, machines en uitrusting - bedrijfsmatige materiële vaste activa
  255;Meubilair, kantooruitrusting en rollend materieel in leasing of op grond van een soortgelijk recht - bedrijfsmatige materiële vaste activa
investment;O;II.B.1.e;Erfgoed
  =;I.B.1.e
investment;O;II.B.2.a;Terreinen en gebouwen
  260 261 262 263 264;Terreinen en gebouwen - andere materiële vaste activa
investment;O;II.B.2.b;Roerende goederen
  265 266 267 268 269;Roerende goederen - andere materiële vaste activa
investment;O;II.C;Verkoop van immateriële vaste activa
  =;I.C
investment;O;II.D;Investeringssubsidies en -schenkingen
  150;Investeringssubsidies en -schenkingen in kapitaal met vordering op korte termijn
  4951;Vorderingen wegens investeringssubsidies in kapitaal die binnen het jaar vervallen
  4952;Vorderingen wegens prefinanciering investeringssubsidies die binnen het jaar vervallen
financing;U;I.A.1;Periodieke aflossing van leningen en leasings
  421;Obligatieleningen
  4220;Leasingschulden en soortgelijke schulden in het kader van PPS-overeenkomsten
  4221;Andere leasingschulden en soortgelijke schulden aan kredietinstellingen
  4222;Andere leasingschulden en soortgelijke schulden aan andere entiteiten dan kredietinstellingen
  4233;Schulden aan kredietinstellingen aangegaan door het bestuur
  4234;Schulden aan kredietinstellingen wegens borgstelling voor andere entiteiten
  424;Andere leningen
financing;U;I.A.2;Niet-periodieke aflossing van leningen en leasings
  171;Obligatieleningen
  1720;Leasingschulden en soortgelijke schulden in het kader van PPS-overeenkomsten
  1721;Andere leasingschulden en soortgelijke schulden aan kredietinstellingen
  1722;Andere leasingschulden en soortgelijke schulden aan andere entiteiten dan kredietinstellingen
  1733;Schulden aan kredietinstellingen aangegaan door het bestuur
  1734;Schulden aan kredietinstellingen wegens borgstelling voor andere entiteiten
  174;Andere leningen
financing;U;I.B;Vereffening van niet-financiële schulden
  425;Operationele schulden
  426;Ontvangen vooruitbetalingen op ruiltransacties
  428;Borgtochten ontvangen in contanten
  4290;Andere niet-financiële schulden uit ruiltransacties
  4291;Niet-financiële schulden uit niet-ruiltransacties
financing;U;I.C.1;Toegestane leningen
  2903;Vorderingen wegens toegestane leningen - nominale waarde
  2904;Vorderingen wegens tussenkomst in gewaarborgde leningen - nominale waarde
financing;U;I.C.2;Toegestaan betalingsuitstel
  2900;Operationele vorderingen uit ruiltransacties - nominale waarde
  2905;Andere niet-operationele vorderingen uit ruiltransacties - nominale waarde
  2910;Operationele vorderingen uit niet-ruiltransacties - nominale waarde
  2915;Andere niet-operationele vorderingen uit niet-ruiltransacties - nominale waarde
financing;U;I.D;Vooruitbetalingen
  2906;Vooruitbetalingen op ruiltransacties
financing;U;I.E;Kapitaalsverminderingen
  100;Kapitaal
financing;O;II.A.1;Aangaan van financiële schulden bij kredietinstellingen
  1721;Andere leasingschulden en soortgelijke schulden aan kredietinstellingen
  1733;Schulden aan kredietinstellingen aangegaan door het bestuur
  1734;Schulden aan kredietinstellingen wegens borgstelling voor andere entiteiten
financing;O;II.A.2;Aangaan van financiële schulden bij andere entiteiten
  171;Obligatieleningen
  1720;Leasingschulden en soortgelijke schulden in het kader van PPS-overeenkomsten
  1722;Andere leasingschulden en soortgelijke schulden aan andere entiteiten dan kredietinstellingen
  174;Andere leningen
financing;O;II.B;Aangaan van niet-financiële schulden
  175;Operationele schulden uit ruiltransacties
  176;Ontvangen vooruitbetalingen op ruiltransacties
  178;Borgtochten ontvangen in contanten
  179;Andere niet-financiële schulden uit ruiltransacties
  18;Schulden op lange termijn uit niet-ruiltransacties
financing;O;II.C.1.a;Periodieke terugvorderingen van toegestane leningen
  4943;Vorderingen wegens toegestane leningen die binnen het jaar vervallen
  4944;Vorderingen wegens tussenkomst in gewaarborgde leningen die binnen het jaar vervallen
financing;O;II.C.1.b;Niet-periodieke terugvorderingen van toegestane leningen
  2903;Vorderingen wegens toegestane leningen - nominale waarde
  2904;Vorderingen wegens tussenkomst in gewaarborgde leningen - nominale waarde
financing;O;II.C.2;Vereffening van betalingsuitstel
  4945;Andere vorderingen op lange termijn uit ruiltransacties die binnen het jaar vervallen
  4955;Andere vorderingen op lange termijn uit niet-ruiltransacties die binnen het jaar vervallen
financing;O;II.D;Vereffening van vooruitbetalingen
  2906;Vooruitbetalingen op ruiltransacties
financing;O;II.E;Kapitaalsverhogingen
  101;Niet-opgevraagd kapitaal
financing;O;II.F;Bijdragen en schenkingen niet gekoppeld aan operationele activiteiten of aan de verwerving van vaste activa
  158;Bijdragen en schenkingen niet gekoppeld aan operationele activiteiten of aan de verwerving van vaste activa
result;U;;
  090;Onbeschikbare gelden
result;O;;
  093;Gecumuleerd budgettair resultaat vorig boekjaar
`
