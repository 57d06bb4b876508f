### Texts of the program. A text's name is the name of its key in the code.

## Everywhere
LangNl = Nederlands
LangEn = English
CommonBack = Back
CommonDone = Done
CommonSettings = Settings
CommonClose = Close
CommonOpenFolder = Open folder
CommonOtherLesson = Other lesson

## Title
TitleClaim = Rehearse your lesson before it counts.
TitleExplain = Walk into a class, decide, and see what happens. Everything may go wrong here: you can always start again.
TitleStart = Choose a lesson
TitleQuit = Quit

## Lessons
LibraryTitle = Choose a lesson
LibraryOpen = Teach this lesson
LibraryOpenNamed = Teach this lesson: { $title }
LibraryPractises = You practise
LibraryMinutes = { $count } min
LibraryBestPassed = Passed, best score { $score }
LibraryBestNotYet = Not passed yet, best score { $score }
LibraryEmpty = No lessons found yet
LibraryEmptyHelp = Put lesson files (ending in .scenario.ron) in this folder and come back: { $folder }
LibraryBroken = This lesson cannot be opened: { $file }
LibraryBrokenHelp = There are errors in the file. Correct them, or pass this on to whoever wrote the lesson.
LibraryMoreProblems = { $count ->
    [one] And 1 more problem.
   *[other] And { $count } more problems.
}
LevelStarter = For beginners
LevelPractised = With some experience
LevelAdvanced = Advanced

## Loading
LoadingTitle = The classroom is being prepared
LoadingAssets = Furniture, students and sounds
LoadingPipelines = Light and colour
LoadingRoom = The class takes its seats
LoadingTip = Breathe in, and out. Your class will wait for you.

## Briefing
BriefingStudents = { $count ->
    [one] 1 student
   *[other] { $count } students
}
BriefingSituation = The situation
BriefingGoals = What you practise
BriefingPhases = Course of the lesson
BriefingClass = Your class
BriefingPlan = Seating plan with the board at the top
BriefingControls = Controls
BriefingStart = Start the lesson
BriefingNoRush = Take your time. The lesson begins when you start it.
BriefingPassScore = Passed from { $share } of the points
BriefingPassOnTask = and on average { $share } of the class on task

## Pause
PauseTitle = Paused
PauseExplain = The class stands still at { $time }.
PauseResume = Back to the lesson
PauseRestart = Start the lesson again
PauseEnd = Stop and review
PauseQuit = To the lessons
PauseNothingLost = Nothing is lost: every decision so far has been kept.

## End
EndedOver = The lesson is over
EndedReview = To the review
EndedWait = The review is being made.

## Settings
SettingsSaved = Changes hold at once and are kept.
SettingsReading = Language and text
SettingsLanguage = Language
SettingsTextSize = Text size
SettingsCaptions = Captions
SettingsCaptionsHelp = Who says what, and from which side
SettingsSound = Sound
SettingsVolume = Everything
SettingsVoices = Voices
SettingsRoom = Room: murmur, steps, bell
SettingsPicture = Picture
SettingsQualityHelp = Does the picture stutter? Choose lower.
QualityLow = Low
QualityMedium = Medium
QualityHigh = High
SettingsMouse = Mouse
SettingsSensitivity = Speed of looking around
SettingsInvert = Swap up and down
SettingsSeated = Teach from a chair
SettingsSeatedHelp = You see the class at the eye height of somebody who sits.
SettingsHeadset = In the headset
SettingsTurn = A step of turning
SettingsSmooth = Walk with the left stick
SettingsSmoothHelp = Otherwise you go from place to place. Walking makes some people feel sick.
SettingsRaised = Eyes at standing height
SettingsRaisedHelp = Also from a chair you see the class as somebody who stands.
SettingsKeys = Keys
SettingsKeysHelp = Choose an action, then press the key you want.
SettingsKeysReset = Put all keys back
SettingsKeyPress = Press a key
SettingsKeyConflict = Also for: { $other }

## Controls
ControlMouse = Mouse
ControlWalk = Walk
ControlLook = Look around
ControlUse = Take and use
ControlDecide = Take a decision
ControlActions = What you can do
ControlPause = Pause
ActWalkAhead = Walk ahead
ActWalkBack = Walk back
ActWalkLeft = Walk left
ActWalkRight = Walk right
ActDrop = Put down
ActFreeCursor = Show the pointer (hold)

## During the lesson
HudTimeLeft = { $time } left
HudTake = Take { $thing }
HudUse = Use { $thing }
HudOffline = No network
HudHolding = In your hand: { $thing }
HudDriven = The computer is teaching
NoiseQuiet = silent
NoiseSoft = calm
NoiseBusy = murmur
NoiseLoud = loud
NoiseVeryLoud = very loud
SideLeft = on your left
SideAhead = in front of you
SideRight = on your right
SideBehind = behind you
DecisionTitle = What do you do?
DecisionStops = The class stands still for a moment
DecisionTimeLeft = { $seconds } seconds left
DecisionKept = Kept
DecisionKeeping = Being kept
CaptionsLog = Said last
ActionsNobody = Nobody in view
ActionsNobodyHelp = Look at a student to do something for that student.
ActionsClass = The whole class
DoAddress = Address by name
DoPraise = Praise what goes well
DoRedirect = Calmly back to work
DoCallOn = Give the turn
DoReprimand = Reprimand
DoLock = Lock device
DoUnlock = Unlock device
DoWait = Wait in silence
DoInstruct = Give a clear instruction
DoAskClass = Ask a question
DoGreet = Greet the class
DoHelp = Help with the task
DoCheckWork = Look at the work
DoLidsDown = Lids down
DoPlanB = Announce plan B
DoAppointHelper = Ask to help others
DoGesture = Gesture for silence
DoSanction = Impose a sanction
DoPraiseClass = Praise the class
DoReprimandClass = Reprimand the class
DoFreeze = Freeze the board
DoShow = Show the board again
DoLockAll = Lock all devices
DoUnlockAll = Unlock all devices
DidAddress = You addressed { $who }
DidPraise = You praised { $who }
DidRedirect = You redirected { $who }
DidReprimand = You reprimanded { $who }
DidWait = You waited in silence
DidCallOn = You gave { $who } the turn
DidInstruct = You gave an instruction
DidAskClass = You asked a question
DidUseBoard = You used the board
DidLock = Locked: { $who }
DidUnlock = Unlocked: { $who }
DidUseItem = You used something
DidGreet = You greeted the class
DidHelp = You helped { $who }
DidCheckWork = You looked at the work of { $who }
DidLidsDown = You had the lids put down
DidPlanB = You announced plan B
DidAppointHelper = You asked { $who } to help others
DidGesture = You asked for silence with a gesture
DidSanction = You imposed a sanction on { $who }
DashTitle = Dashboard
DashHelp = A glance of three seconds is enough. Click a screen to lock it.
DashTooLong = Look at the class again: nobody sees what happens
DashOffline = No connection: the dashboard cannot load
DashClose = Back to the class
ScreenOff = off
ScreenLocked = locked
ScreenTask = task
ScreenQuiz = quiz
ScreenLoading = loading
ScreenOffline = offline
ScreenOtherTab = other site
ScreenGame = game
ScreenChat = chat
ScreenVideo = video
ScreenAiAnswer = AI answer
ScreenEmptyBattery = battery empty
ScreenLogin = login
ScreenUpdating = update
ScreenBlocked = blocked
InstructHelp = Choose what you say. The more complete, the sooner the class begins.
InstructWhat = What: what are they to do?
InstructHow = How: alone or together, with what?
InstructHowLong = How long: until when?
InstructWhere = Help: where do they find it?
InstructWhenDone = Done: what do they do then?
InstructSay = Say it
ActionsActivity = Way of working
DoRegroup = In groups that I make
DoIndividual = Everybody alone
DoDiscuss = Discussion with the class
DoExplain = Everybody listens to me
DoSendToBoard = Send to the board
DoReseat = Change seats with { $who }
DidSendToBoard = You sent { $who } to the board
DidChangeActivity = You changed the way of working
DidRegroup = You made groups
DidReseat = You gave { $who } another seat
WhoClass = the class
WhoTeacher = You
WhoAnnouncer = Announcement

## Review
ReviewTitle = Review
ReviewRetry = Try again
ReviewSave = Save as a page
ReviewBrokenOff = The lesson was broken off
ReviewBrokenOffHelp = Without an end there is no result. What you did so far is below.
ReviewPassed = Passed
ReviewNotYet = Not passed yet
ReviewTry = Try next time
ReviewTryNothing = Everything went as the field advises. Try a harder lesson.
ReviewCompetences = What you showed
ReviewNoEvidence = Not shown in this lesson yet
ReviewPoints = { $points } of { $of }
ReviewTimeline = The lesson from beginning to end
ReviewNoCurve = The lesson was too short to show its course.
ReviewCurveOnTask = Students on task ({ $mean } on average)
ReviewCurveNoise = Noise
ReviewGoTo = Go to decision
ReviewMoments = What happened
ReviewEpisodes = Where it went on for longer
ReviewNoEpisodes = Nobody was off task for long enough to stand here.
ReviewHeat = Where attention was
ReviewHeatAttention = Attention of the class
ReviewHeatLooks = Where you looked
ReviewHeatLess = less
ReviewHeatMore = more
ReviewHeatAttentionHelp = For each seat: the share of the lesson in which somebody was at what was asked. The darker, the more.
ReviewHeatLooksHelp = For each seat: how long you looked at somebody, and in dots how often. The darker, the longer.
ReviewDecisions = Your decisions
ReviewExpired = You did not decide in time.
ReviewCutOff = The lesson was over before you chose.
ReviewYouChose = You chose: { $option }
ReviewThinking = { $time } of thinking
ReviewSource = Source: { $source }
ReviewAfter = The class, just before and half a minute later
ReviewOnTask = On task: from { $before } to { $after }
ReviewNoise = Noise: from { $before } to { $after }
ReviewCounts = What you did
ReviewCountsHelp = Figures to look at, not a verdict.
ReviewSeed = This class again: --seed { $seed }
CountPraise = times praise (of which specific)
CountRedirects = calm redirections
CountReprimands = reprimands (of which aloud)
CountTurns = turns given
CountLooked = students looked at
CountNear = students you stood next to
CountNoticed = lapses of attention you saw
CountNoticing = until you saw one (median)
CountMissed = disruptions without a response
CountResponse = until you responded (median)
