### Teksten van het programma. De naam van een tekst is de naam van zijn sleutel in de code.

## Overal
LangNl = Nederlands
LangEn = English
CommonBack = Terug
CommonDone = Klaar
CommonSettings = Instellingen
CommonClose = Sluiten
CommonOpenFolder = Map openen
CommonOtherLesson = Andere les

## Titel
TitleClaim = Oefen je les voor het telt.
TitleExplain = Stap een klas binnen, beslis, en zie wat er gebeurt. Hier mag alles misgaan: je kunt altijd opnieuw beginnen.
TitleStart = Kies een les
TitleQuit = Afsluiten

## Lessen
LibraryTitle = Kies een les
LibraryOpen = Deze les geven
LibraryOpenNamed = Deze les geven: { $title }
LibraryPractises = Je oefent
LibraryMinutes = { $count } min
LibraryBestPassed = Geslaagd, beste score { $score }
LibraryBestNotYet = Nog niet geslaagd, beste score { $score }
LibraryEmpty = Nog geen lessen gevonden
LibraryEmptyHelp = Zet lesbestanden (eindigend op .scenario.ron) in deze map en kom hier terug: { $folder }
LibraryBroken = Deze les kan niet open: { $file }
LibraryBrokenHelp = Er staan fouten in het bestand. Verbeter ze, of geef dit door aan wie de les schreef.
LibraryMoreProblems = { $count ->
    [one] En nog 1 probleem.
   *[other] En nog { $count } problemen.
}
LevelStarter = Voor starters
LevelPractised = Met wat ervaring
LevelAdvanced = Gevorderd

## Laden
LoadingTitle = Het lokaal wordt klaargezet
LoadingAssets = Meubels, leerlingen en geluiden
LoadingPipelines = Licht en kleur
LoadingRoom = De klas gaat zitten
LoadingTip = Adem rustig in en uit. Je klas wacht op je.

## Voorbereiding
BriefingStudents = { $count ->
    [one] 1 leerling
   *[other] { $count } leerlingen
}
BriefingSituation = De situatie
BriefingGoals = Wat je oefent
BriefingPhases = Verloop van de les
BriefingClass = Je klas
BriefingPlan = Klasplattegrond met het bord bovenaan
BriefingControls = Bediening
BriefingStart = Start de les
BriefingNoRush = Neem je tijd. De les begint pas als jij start.
BriefingPassScore = Geslaagd vanaf { $share } van de punten
BriefingPassOnTask = en gemiddeld { $share } van de klas bij de les

## Pauze
PauseTitle = Even pauze
PauseExplain = De klas staat stil op { $time }.
PauseResume = Verder met de les
PauseRestart = Les opnieuw beginnen
PauseEnd = Stoppen en nabespreken
PauseQuit = Naar de lessen
PauseNothingLost = Er gaat niets verloren: elke beslissing tot nu toe is bewaard.

## Einde
EndedOver = De les is voorbij
EndedReview = Naar de nabespreking
EndedWait = De nabespreking wordt gemaakt.

## Instellingen
SettingsSaved = Wijzigingen gelden meteen en worden bewaard.
SettingsReading = Taal en tekst
SettingsLanguage = Taal
SettingsTextSize = Tekstgrootte
SettingsCaptions = Ondertiteling
SettingsCaptionsHelp = Wie wat zegt, en van welke kant
SettingsSound = Geluid
SettingsVolume = Alles
SettingsVoices = Stemmen
SettingsRoom = Lokaal: geroezemoes, stappen, bel
SettingsPicture = Beeld
SettingsQualityHelp = Hapert het beeld? Kies dan lager.
QualityLow = Laag
QualityMedium = Gemiddeld
QualityHigh = Hoog
SettingsMouse = Muis
SettingsSensitivity = Snelheid van rondkijken
SettingsInvert = Omhoog en omlaag omwisselen
SettingsSeated = Zittend lesgeven
SettingsSeatedHelp = Je ziet de klas vanop ooghoogte in een stoel.
SettingsHeadset = In de headset
SettingsTurn = Een stap draaien
SettingsSmooth = Lopen met de linkerstick
SettingsSmoothHelp = Anders spring je van plek naar plek. Lopen maakt sommige mensen misselijk.
SettingsRaised = Ogen op stahoogte
SettingsRaisedHelp = Ook vanuit een stoel zie je de klas zoals iemand die staat.
SettingsKeys = Toetsen
SettingsKeysHelp = Kies een actie en druk daarna op de toets die je wilt.
SettingsKeysReset = Alle toetsen terugzetten
SettingsKeyPress = Druk op een toets
SettingsKeyConflict = Ook voor: { $other }

## Bediening
ControlMouse = Muis
ControlWalk = Lopen
ControlLook = Rondkijken
ControlUse = Pakken en gebruiken
ControlDecide = Een beslissing nemen
ControlActions = Wat je kunt doen
ControlPause = Pauze
ActWalkAhead = Vooruit lopen
ActWalkBack = Achteruit lopen
ActWalkLeft = Naar links lopen
ActWalkRight = Naar rechts lopen
ActDrop = Neerleggen
ActFreeCursor = Muisaanwijzer tonen (ingedrukt houden)

## Tijdens de les
HudTimeLeft = Nog { $time }
HudTake = { $thing } pakken
HudUse = { $thing } gebruiken
HudOffline = Geen netwerk
HudHolding = In je hand: { $thing }
HudDriven = De computer geeft les
NoiseQuiet = stil
NoiseSoft = rustig
NoiseBusy = geroezemoes
NoiseLoud = luid
NoiseVeryLoud = erg luid
SideLeft = links van je
SideAhead = voor je
SideRight = rechts van je
SideBehind = achter je
DecisionTitle = Wat doe je?
DecisionStops = De klas staat even stil
DecisionTimeLeft = Nog { $seconds } seconden
DecisionKept = Bewaard
DecisionKeeping = Wordt bewaard
CaptionsLog = Laatst gezegd
ActionsNobody = Niemand in beeld
ActionsNobodyHelp = Kijk een leerling aan om iets voor die leerling te doen.
ActionsClass = De hele klas
DoAddress = Bij naam aanspreken
DoPraise = Prijzen om wat goed gaat
DoRedirect = Rustig terug aan het werk
DoCallOn = De beurt geven
DoReprimand = Terechtwijzen
DoLock = Toestel vergrendelen
DoUnlock = Toestel vrijgeven
DoWait = In stilte wachten
DoInstruct = Duidelijke instructie geven
DoAskClass = Vraag stellen
DoGreet = Klas begroeten
DoHelp = Helpen bij de taak
DoCheckWork = Werk bekijken
DoLidsDown = Schermen dicht
DoPlanB = Plan B aankondigen
DoAppointHelper = Vragen om anderen te helpen
DoGesture = Stiltegebaar maken
DoSanction = Sanctie geven
DoPraiseClass = Klas prijzen
DoReprimandClass = Klas terechtwijzen
DoFreeze = Bord bevriezen
DoShow = Bord weer tonen
DoLockAll = Alle toestellen vergrendelen
DoUnlockAll = Alle toestellen vrijgeven
DidAddress = Je sprak { $who } aan
DidPraise = Je prees { $who }
DidRedirect = Je zette { $who } weer aan het werk
DidReprimand = Je wees { $who } terecht
DidWait = Je wachtte in stilte
DidCallOn = Je gaf { $who } de beurt
DidInstruct = Je gaf een instructie
DidAskClass = Je stelde een vraag
DidUseBoard = Je gebruikte het bord
DidLock = Vergrendeld: { $who }
DidUnlock = Vrijgegeven: { $who }
DidUseItem = Je gebruikte iets
DidGreet = Je begroette de klas
DidHelp = Je hielp { $who }
DidCheckWork = Je bekeek het werk van { $who }
DidLidsDown = Je liet de schermen dichtdoen
DidPlanB = Je kondigde plan B aan
DidAppointHelper = Je vroeg { $who } om anderen te helpen
DidGesture = Je vroeg stilte met een gebaar
DidSanction = Je gaf { $who } een sanctie
DashTitle = Dashboard
DashHelp = Een blik van drie tellen is genoeg. Klik op een scherm om het te vergrendelen.
DashTooLong = Kijk weer naar de klas: niemand ziet wat er gebeurt
DashOffline = Geen verbinding: het dashboard kan niets laden
DashClose = Terug naar de klas
ScreenOff = dicht
ScreenLocked = vergrendeld
ScreenTask = taak
ScreenQuiz = quiz
ScreenLoading = laadt
ScreenOffline = offline
ScreenOtherTab = andere site
ScreenGame = spel
ScreenChat = chat
ScreenVideo = video
ScreenAiAnswer = AI-antwoord
ScreenEmptyBattery = batterij leeg
ScreenLogin = aanmelden
ScreenUpdating = update
ScreenBlocked = geblokkeerd
InstructHelp = Kies wat je zegt. Hoe vollediger, hoe sneller de klas begint.
InstructWhat = Wat: wat moeten ze doen?
InstructHow = Hoe: alleen of samen, waarmee?
InstructHowLong = Hoelang: tot wanneer?
InstructWhere = Hulp: waar vinden ze die?
InstructWhenDone = Klaar: wat doen ze dan?
InstructSay = Zeg het
ActionsActivity = Werkvorm
DoRegroup = In groepjes die ik maak
DoIndividual = Ieder voor zich
DoDiscuss = Klasgesprek
DoExplain = Allemaal naar mij luisteren
DoSendToBoard = Naar het bord laten komen
DoReseat = Van plaats wisselen met { $who }
DidSendToBoard = Je liet { $who } naar het bord komen
DidChangeActivity = Je veranderde de werkvorm
DidRegroup = Je maakte groepjes
DidReseat = Je gaf { $who } een andere plaats
WhoClass = de klas
WhoTeacher = Jij
WhoAnnouncer = Omroep

## Nabespreking
ReviewTitle = Nabespreking
ReviewRetry = Nog eens proberen
ReviewSave = Bewaren als pagina
ReviewBrokenOff = De les is afgebroken
ReviewBrokenOffHelp = Zonder einde is er geen uitslag. Wat je al deed, zie je hieronder.
ReviewPassed = Geslaagd
ReviewNotYet = Nog niet geslaagd
ReviewTry = Probeer de volgende keer
ReviewTryNothing = Alles liep zoals het vak aanraadt. Probeer een moeilijkere les.
ReviewCompetences = Wat je liet zien
ReviewNoEvidence = In deze les nog niet getoond
ReviewPoints = { $points } van { $of }
ReviewTimeline = De les van begin tot eind
ReviewNoCurve = De les was te kort om een verloop te tonen.
ReviewCurveOnTask = Leerlingen bij de les (gemiddeld { $mean })
ReviewCurveNoise = Geluid
ReviewGoTo = Ga naar beslissing
ReviewMoments = Wat er gebeurde
ReviewEpisodes = Waar het langer duurde
ReviewNoEpisodes = Niemand was lang genoeg afgeleid om hier te staan.
ReviewHeat = Waar de aandacht was
ReviewHeatAttention = Aandacht van de klas
ReviewHeatLooks = Waar jij keek
ReviewHeatLess = minder
ReviewHeatMore = meer
ReviewHeatAttentionHelp = Per plaats: het deel van de les dat iemand bezig was met wat gevraagd werd. Hoe donkerder, hoe meer.
ReviewHeatLooksHelp = Per plaats: hoelang je naar iemand keek, en in stippen hoe vaak. Hoe donkerder, hoe langer.
ReviewDecisions = Je beslissingen
ReviewExpired = Je besliste niet op tijd.
ReviewCutOff = De les was voorbij voor je koos.
ReviewYouChose = Jij koos: { $option }
ReviewThinking = { $time } bedenktijd
ReviewSource = Bron: { $source }
ReviewAfter = De klas, vlak ervoor en een halve minuut later
ReviewOnTask = Bij de les: van { $before } naar { $after }
ReviewNoise = Geluid: van { $before } naar { $after }
ReviewCounts = Wat je deed
ReviewCountsHelp = Cijfers om naar te kijken, geen oordeel.
ReviewSeed = Deze klas opnieuw: --seed { $seed }
CountPraise = complimenten (waarvan gericht)
CountRedirects = keer rustig bijgestuurd
CountReprimands = terechtwijzingen (waarvan hardop)
CountTurns = beurten gegeven
CountLooked = leerlingen aangekeken
CountNear = leerlingen bij wie je stond
CountNoticed = keren afgeleid die je zag
CountNoticing = tot je het zag (mediaan)
CountMissed = storingen zonder reactie
CountResponse = tot je reageerde (mediaan)
